package org.colloquy.server.core.activity;

import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.Activity;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;

/// The visible log of a conversation.
public final class Activities {
  /// The kind of a line about a turn that went wrong.
  public static final String TURN = "turn";

  /// The kind of a line about a file that was uploaded.
  public static final String UPLOAD = "upload";

  /// The kind of a line about a question to tables.
  public static final String TABLE = "table";

  /// The kind of a line about a plot.
  public static final String PLOT = "plot";

  private final ActivityStore store;
  private final Conversations conversations;
  private final InstantSource clock;

  public Activities(ActivityStore store, Conversations conversations, InstantSource clock) {
    this.store = store;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// Everything noted, oldest first.
  public List<Activity> of(Caller caller, ConversationId conversation) {
    return store.of(conversations.get(caller, conversation).id());
  }

  /// The running table: what people and tools brought in, oldest first. Lines about turns are left
  /// out.
  public List<Activity> table(Caller caller, ConversationId conversation) {
    return of(caller, conversation).stream().filter(Activities::isInTable).toList();
  }

  /// The place of a line in the running table, from 1.
  public long place(Activity line) {
    return store.of(line.conversation()).stream()
        .filter(other -> isInTable(other) && other.number() <= line.number())
        .count();
  }

  /// Adds a line.
  public Activity note(ConversationId conversation, String kind, String detail) {
    return store.add(new ActivityStore.NewActivity(conversation, kind, detail, clock.instant()));
  }

  private static boolean isInTable(Activity line) {
    return !line.kind().equals(TURN);
  }
}
