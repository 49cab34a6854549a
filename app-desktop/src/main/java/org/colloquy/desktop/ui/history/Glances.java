package org.colloquy.desktop.ui.history;

import java.time.Duration;
import java.util.function.Consumer;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Glance;
import org.colloquy.desktop.client.SidebarClient;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// Fetches what was said last in the conversation that somebody's attention rests on. Nothing is
/// asked while it moves on, and an answer that comes too late is not told.
final class Glances {
  private static final Duration REST = Duration.ofMillis(500);
  private static final Glance NOTHING = new Glance("", "");

  private final SidebarClient sidebar;
  private final Background background;
  private Background.@Nullable Waiting resting;
  private long moves;

  Glances(SidebarClient sidebar, Background background) {
    this.sidebar = sidebar;
    this.background = background;
  }

  /// Tells after a moment what was said last, unless the attention went elsewhere; nothing was said
  /// where it cannot be fetched.
  void rest(ConversationId conversation, Consumer<Glance> then) {
    leave();
    long mine = moves;
    Consumer<Glance> told =
        glance -> {
          if (mine == moves) {
            then.accept(glance);
          }
        };
    resting =
        background.after(
            REST,
            () ->
                background.run(
                    () -> sidebar.glance(conversation), told, _ -> told.accept(NOTHING)));
  }

  /// The attention went elsewhere.
  void leave() {
    moves++;
    if (resting != null) {
      resting.callOff();
      resting = null;
    }
  }
}
