package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.Samples;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class CompareWindowTest extends WindowTest {
  @Override
  void prepare() {
    server.providers().add("Elsewhere", "large-model", "small-model");
  }

  private void fire(String query) {
    interact(() -> lookup(query).queryButton().fire());
  }

  private void open() {
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    until(() -> shows("#compareQuestion"));
  }

  private void add(String model) {
    clickOn("#compareAdd");
    until(() -> lookup(model).tryQuery().isPresent());
    clickOn(model);
    until(() -> shows(".compare-chip") && says(model));
  }

  @Test
  void showsAnswersBesideEachOtherAndGoesOnWithOne() {
    clickOn(".composer-area").write("How good is it?");
    open();
    assertThat(lookup("#compareQuestion").queryTextInputControl().getText())
        .isEqualTo("How good is it?");
    assertThat(lookup("#compareAsk").<Node>query().isDisabled()).isTrue();
    add("large-model (Elsewhere)");
    add("small-model (Elsewhere)");
    interact(() -> Pictures.save(scene(), "compare-asking"));
    var script = server.next(Script.says(Samples.ANSWER, "\n\nThe end.").holdingAfter(1));
    server.next(Script.says("Good enough.\n\n- for *screening*\n- for spam"));
    server.next(Script.says("I cannot tell."));
    push(KeyCode.CONTROL, KeyCode.ENTER);
    untilSays("for spam");
    untilSays("I cannot tell.");
    untilSays("Recall is 8 / 10");
    assertThat(shown(".compare-stop")).isEqualTo(1);
    assertThat(shown(".compare-keep")).isEqualTo(2);
    interact(() -> Pictures.save(scene(), "compare-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "compare-dark"));
    script.go();
    until(() -> shown(".compare-keep") == 3);
    fire(".compare-column .compare-keep");
    until(() -> !shows(".compare-column"));
    untilSays("The end.");
    untilSays("/ 3");
    assertThat(lookup(".composer-area").queryTextInputControl().getText()).isEmpty();
  }

  @Override
  Path chosen() {
    return folder.resolve("wells.txt");
  }

  @Test
  void asksWithTheFilesThatWereChosenAsSoonAsTheyAreThere() throws IOException {
    Files.writeString(folder.resolve("wells.txt"), "Mill Well is 40 metres deep.");
    server.files().hold();
    clickOn("#attach");
    untilSays("wells.txt");
    clickOn(".composer-area").write("How deep is it?");
    open();
    assertThat(shown(".compare-asking .upload-chip")).isEqualTo(1);
    add("large-model (Elsewhere)");
    server.next(Script.says("Forty metres."));
    server.next(Script.says("40 m."));
    push(KeyCode.CONTROL, KeyCode.ENTER);
    until(() -> shows("#compareHeld"));
    interact(() -> Pictures.save(scene(), "compare-held"));
    assertThat(shows(".compare-column")).isFalse();

    server.files().go();
    untilSays("Forty metres.");
    untilSays("40 m.");
    assertThat(server.files().names()).containsExactly("wells.txt");
    fire("#compareKeepAll");
    until(() -> !shows(".compare-column"));
    assertThat(shows(".upload-chip")).isFalse();
    until(() -> lookup(".said-files .label").tryQuery().isPresent());
  }

  private long shown(String query) {
    return onWindow(() -> lookup(query).queryAll().stream().filter(Node::isVisible).count());
  }

  @Test
  void staysWhenItIsClosedAndOpenedAgain() {
    open();
    write("Why?");
    add("large-model (Elsewhere)");
    var script = server.next(Script.says("one", " more").holdingAfter(1));
    fire("#compareAsk");
    until(() -> shown(".compare-keep") == 1);
    push(KeyCode.ESCAPE);
    until(() -> !shows(".compare-column"));
    untilSays("2 / 2");
    open2();
    script.go();
    until(() -> shown(".compare-keep") == 2);
    fire("#compareKeepAll");
    until(() -> !shows(".compare-column"));
    open();
    assertThat(lookup("#compareQuestion").queryTextInputControl().getText()).isEmpty();
  }

  private void open2() {
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    until(() -> shows(".compare-column"));
  }
}
