package org.colloquy.server.core.activity;

import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.Activity;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;

/// The visible log of a conversation.
public final class Activities {
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

  /// Adds a line.
  public void note(ConversationId conversation, String kind, String detail) {
    store.add(new ActivityStore.NewActivity(conversation, kind, detail, clock.instant()));
  }
}
