package org.colloquy.desktop.background;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.Unreachable;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what was thrown into what a person can be told.
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /// What nobody planned for is logged here, once, under the code that the person sees.
  public static Failure from(RuntimeException thrown) {
    return switch (thrown) {
      case ProblemException planned -> new Failure.Told(planned.problem());
      case Unreachable unreachable -> new Failure.NoAnswer(unreachable.detail());
      default -> {
        var incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("incident {}", incident, thrown);
        yield new Failure.Told(new Problem.Internal(incident));
      }
    };
  }
}
