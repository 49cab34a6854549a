package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.settings.Language;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.junit.jupiter.api.Test;

class WelcomeWindowTest extends WindowTest {
  @Override
  void prepare() {
    server.providers().found("Ollama", "http://localhost:11434");
  }

  private void open() {
    clickOn("#settingsButton");
    clickOn("#settingsWelcome");
    untilSays("Step 1 of 4");
  }

  @Test
  void leadsToAFirstQuestion() {
    server.next(Script.says("Recall counts what was found."));
    open();
    untilSays("sends nothing to those who made it");
    interact(() -> Pictures.save(scene(), "welcome-1"));
    clickOn("#welcomeNext");
    untilSays("found here · 3 models");
    interact(() -> Pictures.save(scene(), "welcome-2"));
    clickOn("Mistral");
    clickOn("#welcomeNext");
    untilSays("Step 3 of 4");
    clickOn("#welcome-secret").write("sk-abcd1234");
    clickOn("#welcome-tryKey");
    untilSays("It works: 3 models.");
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "welcome-3-dark"));
    clickOn("#welcome-save");
    untilSays("large-model is ready");
    untilSays("What you write is sent to api.mistral.ai.");
    interact(() -> Pictures.save(scene(), "welcome-4-dark"));
    interact(() -> lookup("#welcomeQuestion").<TextInputControl>query().setText("What is recall?"));
    clickOn("#welcomeAsk");
    untilSays("Recall counts what was found.");
    assertThat(wiring.shell().dialog().get()).isEqualTo(Dialog.NONE);
  }

  @Test
  void speaksTheLanguageThatIsChosenAndStaysWhereItIs() {
    open();
    interact(() -> settings.change(now -> now.withLanguage(Language.GERMAN)));
    untilSays("Schritt 1 von 4");
    clickOn("#welcomeNext");
    untilSays("Schritt 2 von 4");
  }

  @Test
  void canBeSkippedAndBeginsAnewTheNextTime() {
    open();
    clickOn("#welcomeNext");
    untilSays("Step 2 of 4");
    push(KeyCode.ESCAPE);
    until(() -> wiring.shell().dialog().get() == Dialog.NONE);
    open();
    clickOn("#welcomeSkip");
    until(() -> wiring.shell().dialog().get() == Dialog.NONE);
    assertThat(server.requests()).noneMatch(request -> request.startsWith("POST /api/keys"));
  }
}
