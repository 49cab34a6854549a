package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class FindWindowTest extends WindowTest {
  @Override
  void prepare() {
    var said = new ArrayList<String>();
    for (var i = 0; i < 5000; i++) {
      said.add("Question " + i);
      said.add(i % 1000 == 7 ? "A **néed**le\n\n```\nneedle(" + i + ")\n```\n" : "Answer " + i);
    }
    server.conversations().add("Long talk", Instant.now(), said);
    server.conversations().add("Short", Instant.now(), List.of("Why gneiss?", "Gneiss is *old*."));
  }

  private String count() {
    return text("#findBar .hint");
  }

  private void find(String words) {
    push(KeyCode.CONTROL, KeyCode.F);
    until(() -> shows("#findField"));
    write(words);
  }

  @Test
  void findsInTenThousandMessagesOfWhichFewExist() {
    clickOn("Long talk");
    untilSays("Answer 4999");
    find("NEEDLE");
    until(() -> count().equals("10 of 10"));
    until(() -> says("needle(4007)"));
    push(KeyCode.ENTER);
    until(() -> count().equals("1 of 10"));
    until(() -> says("needle(7)"));
    push(KeyCode.ENTER);
    until(() -> count().equals("2 of 10"));
    push(KeyCode.SHIFT, KeyCode.ENTER);
    push(KeyCode.SHIFT, KeyCode.ENTER);
    until(() -> count().equals("10 of 10"));
    assertThat(nodes()).isLessThan(1500);
    push(KeyCode.ESCAPE);
    until(() -> !shows("#findField"));
    until(() -> marks(".found-now") == 0);
  }

  @Test
  void marksEveryMatchAndTheOneThatIsLookedAt() {
    clickOn("Short");
    untilSays("Why gneiss?");
    find("gneiss");
    until(() -> count().equals("1 of 2"));
    until(() -> marks(".found-now") == 1 && marks(".found") == 1);
    interact(() -> Pictures.save(scene(), "find-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "find-dark"));
    write("x");
    until(() -> count().equals("0 of 0"));
    until(() -> marks(".found-now") == 0 && marks(".found") == 0);
  }

  private long marks(String query) {
    return lookup(query).queryAll().stream()
        .filter((Node node) -> node instanceof Path path && !path.getElements().isEmpty())
        .count();
  }
}
