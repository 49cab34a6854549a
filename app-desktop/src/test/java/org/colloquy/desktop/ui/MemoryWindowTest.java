package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class MemoryWindowTest extends WindowTest {
  @Override
  void prepare() {
    server.memories().add("My thesis is about gneiss.");
    server.memories().add("I prefer short answers.");
  }

  @Test
  void findsChangesAndForgetsMemories() {
    clickOn("#memoryButton");
    untilSays("My thesis is about gneiss.");
    interact(() -> Pictures.save(scene(), "memories"));
    clickOn("#memoryQuery").write("short");
    until(() -> !says("My thesis is about gneiss."));
    clickOn(".panel-cell .button");
    until(() -> lookup("#memoryText").queryTextInputControl().getText().startsWith("I prefer"));
    clickOn("#memoryText").push(KeyCode.CONTROL, KeyCode.END);
    write(" Very short.");
    clickOn("#saveMemory");
    until(() -> server.memories().texts().contains("I prefer short answers. Very short."));
    clickOn("#memoryQuery").push(KeyCode.CONTROL, KeyCode.A).write("thesis");
    untilSays("My thesis is about gneiss.");
    until(() -> !says("I prefer short"));
    clickOn(lookup(".panel-cell .button").nth(1).<javafx.scene.control.Button>query());
    until(() -> server.memories().texts().size() == 1);
    untilSays("Nothing is remembered yet.");
  }

  @Test
  void remembersSomethingNew() {
    clickOn("#memoryButton");
    clickOn("#memoryText").write("The lab closes at six.");
    clickOn("#saveMemory");
    untilSays("The lab closes at six.");
    assertThat(lookup("#memoryText").queryTextInputControl().getText()).isEmpty();
  }
}
