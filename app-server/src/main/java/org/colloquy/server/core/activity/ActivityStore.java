package org.colloquy.server.core.activity;

import java.time.Instant;
import java.util.List;
import org.colloquy.model.Activity;
import org.colloquy.model.ConversationId;

/// Keeps the visible log of conversations.
public interface ActivityStore {
  Activity add(NewActivity activity);

  /// Everything of one conversation, oldest first.
  List<Activity> of(ConversationId conversation);

  /// An activity that is about to be stored.
  record NewActivity(ConversationId conversation, String kind, String detail, Instant at) {}
}
