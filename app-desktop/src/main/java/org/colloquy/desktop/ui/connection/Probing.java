package org.colloquy.desktop.ui.connection;

import java.time.Duration;
import org.colloquy.desktop.background.Background;

/// Asks a server that does not answer again and again, less and less often. Nothing is asked while
/// it answers.
final class Probing {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Background background;
  private final Runnable question;
  private Duration pause = FIRST;
  private boolean wanted;
  private int round;

  /// @param question fails as long as nobody answers
  Probing(Background background, Runnable question) {
    this.background = background;
    this.question = question;
  }

  void begin() {
    if (!wanted) {
      wanted = true;
      pause = FIRST;
      round++;
      wait(round);
    }
  }

  void end() {
    wanted = false;
  }

  private void wait(int mine) {
    background.after(
        pause,
        () -> {
          if (wanted && mine == round) {
            ask(mine);
          }
        });
  }

  private void ask(int mine) {
    background.run(
        () -> {
          question.run();
          return mine;
        },
        _ -> {},
        _ -> {
          var twice = pause.multipliedBy(2);
          pause = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
          if (wanted && mine == round) {
            wait(mine);
          }
        });
  }
}
