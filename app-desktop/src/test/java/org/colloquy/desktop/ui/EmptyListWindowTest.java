package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class EmptyListWindowTest extends WindowTest {
  @Test
  void saysWholeThatNoPromptIsKept() {
    clickOn("#promptsButton");
    until(() -> shows("#promptList"));
    var label = lookup("#promptList .placeholder .label").queryAs(Label.class);
    until(() -> lookup("#promptList .placeholder .text").tryQuery().isPresent());
    interact(() -> Pictures.save(scene(), "prompts-none"));
    assertThat(lookup("#promptList .placeholder .text").queryAs(Text.class).getText())
        .isEqualTo(label.getText());
  }
}
