package org.colloquy.desktop.background;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.colloquy.desktop.client.ChangedAuthority;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.Unreachable;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What came of some work: its result, or what a person can be told instead.
public sealed interface Attempt<T> {
  /// It was done.
  record Done<T>(T result) implements Attempt<T> {}

  /// It was not.
  record Failed<T>(Failure failure) implements Attempt<T> {}

  /// Does the work, here and now. What nobody planned for is logged, once, under the code that the
  /// person sees.
  static <T> Attempt<T> at(Supplier<T> work) {
    try {
      return new Done<>(work.get());
    } catch (ProblemException planned) {
      return new Failed<>(new Failure.Told(planned.problem()));
    } catch (ChangedAuthority changed) {
      return new Failed<>(Failure.OtherAuthority.of(changed));
    } catch (Unreachable unreachable) {
      return new Failed<>(new Failure.NoAnswer(unreachable.detail()));
    } catch (RuntimeException unplanned) {
      var incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
      logger().error("incident {}", incident, unplanned);
      return new Failed<>(new Failure.Told(new Problem.Internal(incident)));
    }
  }

  private static Logger logger() {
    return LoggerFactory.getLogger(Attempt.class);
  }
}
