package org.colloquy.server.core.turn;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.ToolCall;
import org.colloquy.server.core.Sentences;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has one tool run, within limits of time and length. Whatever goes wrong is told to the model as
/// a sentence, so that it can try something else.
public final class ToolRunner {
  /// How long one call may take.
  public static final Duration LONGEST_RUN = Duration.ofSeconds(60);

  /// How much of a result the model is told, in characters.
  static final int LONGEST_RESULT = 64 * 1024;

  /// What the model is told of a call that is none. More may follow on lines of its own.
  public static final String INVALID =
      "This function either does not exist, or the parameters provided were invalid.";

  static final String SHORTENED = "\n[The rest was left out: it is too long.]";

  private static final Logger LOG = LoggerFactory.getLogger(ToolRunner.class);

  private final Tools tools;
  private final ArgumentCheck check;
  private final Duration longestRun;

  public ToolRunner(Tools tools, ArgumentCheck check, Duration longestRun) {
    this.tools = tools;
    this.check = check;
    this.longestRun = longestRun;
  }

  /// Whether a result is a sentence of this program instead of a tool's.
  static boolean isOwn(String result) {
    return result.equals(INVALID) || result.equals(PromptBuilder.INTERRUPTED);
  }

  /// Does what a model wants done, and returns what it is told.
  ///
  /// @throws CancellationException when the turn was stopped meanwhile
  String run(Occasion occasion, ToolCall call, Cancellation cancellation) {
    return tools
        .find(occasion.caller(), occasion.agent(), call.tool())
        .map(tool -> storable(run(occasion, tool, call.arguments(), cancellation)))
        .orElse(INVALID);
  }

  private String run(Occasion occasion, Tool tool, String arguments, Cancellation cancellation) {
    var task =
        new FutureTask<>(() -> {
          check.check(tool, arguments);
          return tool.run(occasion, arguments);
        });
    Thread.ofVirtual().name("tool").start(task);
    try (var _ = cancellation.onCancel(() -> task.cancel(true))) {
      return task.get(longestRun.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return told(tool, e.getCause());
    } catch (TimeoutException _) {
      task.cancel(true);
      return "This function did not return within " + longestRun.toSeconds() + " seconds.";
    } catch (InterruptedException _) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private static String told(Tool tool, @Nullable Throwable failure) {
    if (failure instanceof ProblemException planned) {
      return planned.problem() instanceof Problem.Invalid
          ? INVALID + "\n" + Sentences.of(planned.problem())
          : "This function failed: " + Sentences.of(planned.problem());
    }
    LOG.error("tool {} failed", tool.name(), failure);
    return "This function failed.";
  }

  private static String storable(String result) {
    var text = AnswerText.storable(result);
    if (text.length() <= LONGEST_RESULT) {
      return text;
    }
    boolean inCharacter = Character.isHighSurrogate(text.charAt(LONGEST_RESULT - 1));
    return text.substring(0, LONGEST_RESULT - (inCharacter ? 1 : 0)) + SHORTENED;
  }
}
