package org.colloquy.desktop.ui;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.junit.jupiter.api.Test;

/// Pictures of the window, to look at.
class LookTest extends WindowTest {
  static final String ANSWER =
      """
      Precision and recall answer **different questions** about the same classifier.

      ## In words

      - *Precision*: of everything it called positive, how much was right?
      - *Recall*: of everything that was positive, how much did it find?

      | | predicted yes | predicted no |
      |---|---:|---:|
      | actual yes | 8 | 2 |
      | actual no | 4 | 86 |

      With `tp = 8`, `fp = 4` and `fn = 2`:

      ```python
      def scores(tp: int, fp: int, fn: int) -> tuple[float, float]:
          \"\"\"Return precision and recall.\"\"\"
          return tp / (tp + fp), tp / (tp + fn)
      ```

      1. Precision is 8 / 12, about **0.67**.
      2. Recall is 8 / 10, exactly **0.80**.

      > A screening test wants recall; a spam filter wants precision.

      More in [the scikit-learn guide](https://scikit-learn.org/stable/modules/model_evaluation.html).
      """;

  @Override
  void prepare() {
    var now = Instant.now();
    server
        .conversations()
        .add("Grant proposal: aims and outline", now.minus(40, ChronoUnit.DAYS), List.of("a", "b"));
    server
        .conversations()
        .add("Mixed models in R", now.minus(4, ChronoUnit.DAYS), List.of("a", "b"));
    server
        .conversations()
        .add(
            "Translate an abstract into German and keep the terms",
            now.minus(1, ChronoUnit.DAYS),
            List.of("a", "b"));
    server
        .conversations()
        .add("Reading list on causal inference", now.minusSeconds(60), List.of("a", "b"));
  }

  @Test
  void takesPictures() {
    picture("empty-light");
    server.next(Script.says(ANSWER.split("(?<= )")));
    clickOn(".composer-area").write("What is the difference between precision and recall?");
    push(javafx.scene.input.KeyCode.ENTER);
    until(() -> !shows(".empty"));
    sleep(1500);
    picture("chat-light");
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    sleep(500);
    picture("chat-dark");
    interact(() -> settings.change(now -> now.withLook(Look.LIGHT)));
    interact(() -> wiring.shell().dialog().set(Dialog.KEYS));
    sleep(500);
    picture("keys-light");
    interact(() -> wiring.shell().dialog().set(Dialog.MODELS));
    sleep(500);
    picture("models-light");
    interact(() -> wiring.shell().dialog().set(Dialog.SETTINGS));
    sleep(500);
    picture("settings-light");
    interact(() -> wiring.shell().dialog().set(Dialog.NONE));
    server.next(
        Script.says("Let me")
            .failing(
                "{\"problem\":\"upstream\",\"provider\":\"OpenAI\",\"fault\":\"wrong-key\",\"status\":401,\"said\":\"Incorrect"
                    + " API key provided\"}"));
    clickOn(".composer-area").write("And the F1 score?");
    push(javafx.scene.input.KeyCode.ENTER);
    sleep(1000);
    picture("error-light");
  }
}
