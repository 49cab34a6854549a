package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.colloquy.desktop.Samples;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything that can be used has a name that can be read aloud, and says what it is.
class AccessibilityWindowTest extends WindowTest {
  @Override
  void prepare() {
    server.conversations().folders().add("Thesis");
    var id = server.conversations().add("A talk", Instant.now(), List.of("Hello", "reply"));
    server.files().add(id, "samples.csv", "text/csv", 900);
  }

  @ParameterizedTest
  @EnumSource(value = Dialog.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everythingInADialogHasAName(Dialog dialog) {
    untilSays("A talk");
    clickOn("A talk");
    untilSays("reply");
    interact(() -> wiring.shell().dialog().set(dialog));
    until(() -> wiring.shell().dialog().get() == dialog && shows(".overlay .panel"));
    assertThat(silent()).isEmpty();
  }

  @Test
  void everythingInTheWindowHasAName() {
    server.next(Script.says(Samples.ANSWER));
    clickOn("A talk");
    untilSays("reply");
    ask("Why?");
    untilSays("Recall is 8 / 10");
    clickOn("#sideButton");
    untilSays("samples.csv");
    assertThat(silent()).isEmpty();
    for (var page : List.of("FILES", "TABLES", "SOURCES", "ACTIVITY")) {
      clickOn("#side" + page);
      assertThat(silent()).as(page).isEmpty();
    }
  }

  private Set<String> silent() {
    return onWindow(() -> Silent.in(scene()));
  }
}
