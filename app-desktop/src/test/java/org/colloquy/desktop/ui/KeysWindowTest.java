package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class KeysWindowTest extends WindowTest {
  private static final String WRONG_KEY =
      "{\"problem\":\"upstream\",\"provider\":\"Mistral\",\"fault\":\"wrong-key\"}";

  private void choose(int index) {
    until(() -> lookup("#provider").queryComboBox().getItems().size() == 5);
    interact(() -> lookup("#provider").queryComboBox().getSelectionModel().select(index));
  }

  @Test
  void addsTestsAndDeletesAKey() {
    clickOn("#keysButton");
    untilSays("Nickname of the key");
    choose(1);
    clickOn("#secret").write("sk-abcd1234");
    assertThat(says("sk-abcd1234")).isFalse();
    clickOn("#reveal");
    assertThat(lookup("#openSecret").<TextInputControl>query().isVisible()).isTrue();
    server.refuse("/keys/test", 502, WRONG_KEY);
    clickOn("#tryKey");
    untilSays("Mistral does not accept the key.");
    clickOn("#tryKey");
    untilSays("It works: 3 models.");
    clickOn("#save");
    untilSays("•••1234");
    clickOn(".key-remove");
    untilSays("Delete “Mistral”?");
    clickOn("#confirmKeep");
    assertThat(says("•••1234")).isTrue();
    clickOn(".key-remove");
    clickOn("#confirmRemove");
    until(() -> !says("•••1234"));
    push(KeyCode.ESCAPE);
    until(() -> !says("Providers and keys"));
  }

  @Test
  void offersTheNewModelsAtOnce() {
    clickOn("#keysButton");
    untilSays("Nickname of the key");
    choose(2);
    untilSays("Usually needs no key");
    clickOn("#save");
    untilSays("no key · ");
    push(KeyCode.ESCAPE);
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    untilSays("small-model");
    untilSays("128k · $2.50 in, $10.00 out");
    untilSays("price unknown");
    interact(() -> Pictures.save(scene(), "models"));
    write("small").push(KeyCode.ENTER);
    until(() -> text("#modelButton").equals("small-model"));
  }
}
