package org.colloquy.desktop.ui.history;

import java.time.Duration;
import java.util.function.Consumer;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// While a conversation of one's own is open in which others may ask, looks again and again whether
/// they did: nobody tells. All others are left alone.
public final class WritersLook {
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final HistoryViewModel history;
  private final Background background;
  private Consumer<ConversationEntry> listener = _ -> {};
  private @Nullable ConversationId written;
  private Background.@Nullable Waiting waiting;

  public WritersLook(HistoryViewModel history, Background background) {
    this.history = history;
    this.background = background;
    history.selected().addListener((_, _, _) -> begin());
  }

  /// Tells how the open conversation is, each time it was looked at.
  public void whenLooked(Consumer<ConversationEntry> to) {
    listener = to;
  }

  /// Asks who may ask in the open conversation from now on.
  public void begin() {
    written = null;
    var open = history.selected().get();
    if (open != null && history.known().now().get().findShared(open).isEmpty()) {
      history
          .known()
          .findWriters(
              open,
              () -> {
                if (open.equals(history.selected().get())) {
                  written = open;
                  await();
                }
              });
    }
  }

  private void await() {
    if (waiting == null && written != null) {
      waiting =
          background.after(
              AGAIN,
              () -> {
                waiting = null;
                look();
              });
    }
  }

  private void look() {
    var here = written;
    if (here != null) {
      history
          .known()
          .look(
              here,
              entry -> {
                if (here.equals(written)) {
                  history.look(entry);
                  listener.accept(entry);
                }
              },
              this::await);
    }
  }
}
