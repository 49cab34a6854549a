package org.colloquy.desktop.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.colloquy.desktop.client.Failure;

/// Brings answers when the test says so.
public final class LateBackground implements Background {
  private final List<Runnable> answers = new ArrayList<>();
  private final InlineBackground inline = new InlineBackground();

  @Override
  public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<Failure> failed) {
    answers.add(() -> inline.run(work, done, failed));
  }

  @Override
  public void nextFrame(Runnable action) {
    action.run();
  }

  @Override
  public Waiting after(Duration delay, Runnable action) {
    return inline.after(delay, action);
  }

  /// Ends every wait.
  public void letTimePass() {
    inline.letTimePass();
  }

  /// Lets what was asked at this place, from 0, be answered.
  public void answer(int place) {
    answers.get(place).run();
  }

  /// Lets everything be answered that was asked since a place, from 0.
  public void answerFrom(int place) {
    for (int i = place; i < answers.size(); i++) {
      answer(i);
    }
  }

  /// How often something was asked.
  public int asked() {
    return answers.size();
  }
}
