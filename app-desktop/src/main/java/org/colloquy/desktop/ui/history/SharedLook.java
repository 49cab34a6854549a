package org.colloquy.desktop.ui.history;

import java.time.Duration;
import javafx.beans.value.ObservableValue;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.SharedEntry;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// While a conversation of somebody else is open, looks again and again whether something was said
/// in it, and whether it is still shared: nobody tells.
final class SharedLook {
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final KnownConversations known;
  private final Background background;
  private final ObservableValue<@Nullable ConversationId> open;
  private Background.@Nullable Waiting waiting;

  SharedLook(
      KnownConversations known,
      Background background,
      ObservableValue<@Nullable ConversationId> open) {
    this.known = known;
    this.background = background;
    this.open = open;
  }

  /// Looks from now on.
  void begin() {
    open.addListener((_, _, _) -> look());
    known.now().addListener((_, _, _) -> look());
  }

  /// What stands open before a person is seen.
  private void look() {
    known
        .now()
        .get()
        .findShared(open.getValue())
        .filter(SharedEntry::unread)
        .ifPresent(unread -> known.seeShared(unread.id()));
    await();
  }

  private void await() {
    if (waiting == null && isShared()) {
      waiting =
          background.after(
              AGAIN,
              () -> {
                waiting = null;
                if (isShared()) {
                  known.loadShared(this::await);
                }
              });
    }
  }

  private boolean isShared() {
    return known.now().get().findShared(open.getValue()).isPresent();
  }
}
