package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class HistoryWindowTest extends WindowTest {
  @Override
  void prepare() {
    server
        .conversations()
        .add("Older talk", Instant.now().minus(Duration.ofDays(60)), List.of("old", "words"));
    server.conversations().add("Newer talk", Instant.now(), List.of("new", "sentence"));
  }

  @Test
  void opensWhatIsClicked() {
    untilSays("Today");
    clickOn("Older talk");
    untilSays("words");
    clickOn("Newer talk");
    untilSays("sentence");
    assertThat(onWindow(() -> window.stage().getTitle())).startsWith("Newer talk");
  }

  @Test
  void renamesInPlace() {
    untilSays("Newer talk");
    clickOn("Newer talk").push(KeyCode.F2);
    until(() -> shows(".history-cell .text-field"));
    push(KeyCode.CONTROL, KeyCode.A).write("Better name").push(KeyCode.ENTER);
    untilSays("Better name");
    assertThat(server.conversations().titles()).contains("Better name");
  }

  @Test
  void leavesTheNameWhenRenamingIsGivenUp() {
    untilSays("Newer talk");
    doubleClickOn("Newer talk");
    until(() -> shows(".history-cell .text-field"));
    write("nonsense").push(KeyCode.ESCAPE);
    untilSays("Newer talk");
    assertThat(server.conversations().titles()).contains("Newer talk");
  }

  @Test
  void deletesAndBringsBack() {
    untilSays("Newer talk");
    clickOn("Newer talk");
    untilSays("sentence");
    push(KeyCode.DELETE);
    untilSays("“Newer talk” deleted");
    assertThat(server.conversations().titles()).containsExactly("Older talk");
    until(() -> shows(".empty"));
    clickOn("Undo");
    untilSays("sentence");
    assertThat(server.conversations().titles()).contains("Newer talk");
  }

  @Test
  void findsByTitle() {
    untilSays("Newer talk");
    clickOn("#search").write("older");
    until(() -> !says("Newer talk"));
    assertThat(says("Older talk")).isTrue();
  }
}
