package org.colloquy.desktop.ui.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Tells a person who looks elsewhere that the answer is there, if they had to wait for it.
public final class AnswerNotice {
  /// Who waits less does not look elsewhere.
  static final Duration LONG = Duration.ofSeconds(10);

  private final BooleanSupplier looking;
  private final InstantSource clock;
  private final Runnable tell;
  private @Nullable Instant asked;

  /// @param looking whether the person looks at the window now
  public AnswerNotice(BooleanSupplier looking, InstantSource clock, Runnable tell) {
    this.looking = looking;
    this.clock = clock;
    this.tell = tell;
  }

  /// From now on.
  public void follow(ObservableValue<ChatState> state) {
    state.addListener((_, _, now) -> changed(now));
  }

  private void changed(ChatState now) {
    var before = asked;
    if (now.busy()) {
      asked = before == null ? clock.instant() : before;
      return;
    }
    asked = null;
    boolean waited =
        before != null && Duration.between(before, clock.instant()).compareTo(LONG) >= 0;
    if (waited && now instanceof ChatState.Quiet && !looking.getAsBoolean()) {
      tell.run();
    }
  }
}
