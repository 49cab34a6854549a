package org.colloquy.server.core.draft;

import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/// What people began to write, kept until they ask it or take it back. Other people's is not found.
public final class Drafts {
  /// The longest draft, in characters.
  public static final int LONGEST = 1_000_000;

  private final DraftStore store;
  private final Conversations conversations;
  private final InstantSource clock;

  public Drafts(DraftStore store, Conversations conversations, InstantSource clock) {
    this.store = store;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// Last changed first.
  public List<Draft> all(Caller caller) {
    return store.of(caller.account());
  }

  /// Keeps what is being written; nothing written forgets it.
  ///
  /// @param conversation null for one that does not exist yet
  /// @param instead the question in this conversation that it puts in other words; null for a new
  ///   one
  public void keep(
      Caller caller,
      @Nullable ConversationId conversation,
      String text,
      @Nullable MessageId instead) {
    new Rules().atMost(text, "text", LONGEST).check();
    if (instead != null
        && !conversations.message(caller, instead).conversation().equals(conversation)) {
      throw new ProblemException(new Problem.NotFound("message"));
    }
    if (text.isBlank() && instead == null) {
      store.remove(caller.account(), conversation);
    } else if (!store.keep(
        caller.account(), new Draft(conversation, text, instead, clock.instant()))) {
      throw new ProblemException(new Problem.NotFound("conversation"));
    }
  }
}
