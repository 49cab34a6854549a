package org.colloquy.desktop.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.ui.Robots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class RestingCaretTest extends FxRobot {
  private final InlineBackground background = new InlineBackground();
  private Subscription bond = Subscription.EMPTY;
  private Runnable hide = () -> {};
  private boolean blinks;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    Robots.make(this);
    interact(this::show);
  }

  @AfterEach
  void close() {
    interact(bond::unsubscribe);
    interact(hide);
  }

  private void show() {
    var area = new TextArea();
    area.setId("area");
    var field = new TextField();
    field.setId("field");
    var stage = new Stage();
    hide = stage::hide;
    area.setSkin(
        new TextAreaSkin(area) {
          @Override
          public void setCaretAnimating(boolean value) {
            blinks = value;
            super.setCaretAnimating(value);
          }
        });
    var scene = new Scene(new VBox(area, field), 400, 300);
    stage.setScene(scene);
    stage.show();
    bond = RestingCaret.in(scene, background);
  }

  @Test
  void restsUntilSomebodyTypes() {
    clickOn("#area").write("some words");
    assertThat(blinks).isTrue();
    interact(background::letTimePass);
    assertThat(blinks).isFalse();
    push(KeyCode.LEFT);
    assertThat(blinks).isTrue();
    interact(background::letTimePass);
    assertThat(blinks).isFalse();
  }

  @Test
  void waitsOnceHoweverMuchIsTyped() {
    clickOn("#area").write("some words");
    assertThat(background.waiting()).isEqualTo(1);
    clickOn("#field");
    interact(background::letTimePass);
    assertThat(background.waiting()).isZero();
    interact(bond::unsubscribe);
    clickOn("#area");
    assertThat(background.waiting()).isZero();
  }
}
