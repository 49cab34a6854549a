package org.colloquy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.awaitility.Awaitility;
import org.colloquy.desktop.boot.EmbeddedServer;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.fake.ScriptedProvider;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.Pictures;
import org.colloquy.desktop.ui.Robots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The program as a person has it: the window, its own server, and a provider somewhere outside.
class WholeProgramTest extends FxRobot {
  private final ScriptedProvider provider = new ScriptedProvider();
  private final Locale before = Locale.getDefault();
  @TempDir Path folder;

  @BeforeEach
  void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Robots.make(this);
    Locale.setDefault(Locale.ENGLISH);
  }

  @AfterEach
  void stop() {
    provider.close();
    Locale.setDefault(before);
  }

  /// Neither data nor keys into the home of whoever runs the tests.
  private List<String> arguments() {
    var keys = folder.resolve("secrets.key").toString();
    return List.of("--data", folder.toString(), "--port", "0", "--key-file", keys);
  }

  /// The program, running.
  private final class Running implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final DesktopApp app = new DesktopApp(arguments(), ended::countDown);

    Running() {
      app.startServer();
      interact(() -> {
        app.openWindow();
        app.window().orElseThrow().stage().setWidth(1280);
        app.window().orElseThrow().stage().setHeight(800);
        app.settings().change(now -> now.withLook(Look.LIGHT));
      });
    }

    Scene scene() {
      return app.window().orElseThrow().stage().getScene();
    }

    void picture(String name) {
      WaitForAsyncUtils.waitForFxEvents();
      interact(() -> Pictures.save(scene(), name));
    }

    /// As if the person closed the window.
    @Override
    public void close() {
      interact(app::quit);
      try {
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void until(BooleanSupplier promise) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> WaitForAsyncUtils.waitForAsyncFx(20_000, promise::getAsBoolean));
  }

  private boolean shows(String words) {
    return lookup((Node node) -> seen(node) && says(node).contains(words)).tryQuery().isPresent();
  }

  private static String says(Node node) {
    return switch (node) {
      case Labeled labeled when labeled.getText() != null -> labeled.getText();
      case Text text -> text.getText();
      default -> "";
    };
  }

  private static boolean seen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void ask(String text) {
    clickOn(".composer-area").write(text).push(KeyCode.ENTER);
  }

  private void fill(String field, String text) {
    interact(() -> lookup(field).<TextInputControl>query().setText(text));
  }

  private void addProvider(String key) {
    clickOn("#keysButton");
    until(() -> shows("Test"));
    interact(() -> {
      var options = lookup("#provider").<Object>queryComboBox();
      options.getSelectionModel().selectLast();
    });
    fill("#address", provider.address());
    fill("#name", "Scripted Lab");
    fill("#secret", key);
  }

  @Test
  void asksStopsEndsAndFindsEverythingAgain() {
    try (var program = new Running()) {
      until(() -> shows("stays on this computer"));
      program.picture("empty-light");
      tryAWrongKeyThenTheRightOne(program);
      askAndRead(program);
      stopInTheMiddle(program);
      loseTheProvider(program);
    }
    try (var program = new Running()) {
      until(() -> shows(ScriptedProvider.TITLE));
      clickOn(ScriptedProvider.TITLE);
      until(() -> shows("These words are kept"));
      assertThat(shows("never come")).isFalse();
      assertThat(shows("Cut off")).isTrue();
      assertThat(shows("script-small")).isTrue();
      program.picture("found-again-light");
    }
  }

  private void tryAWrongKeyThenTheRightOne(Running program) {
    addProvider("sk-wrong");
    clickOn("#tryKey");
    until(() -> shows("does not accept the key"));
    fill("#secret", ScriptedProvider.KEY);
    clickOn("#tryKey");
    until(() -> shows("It works: 2 models"));
    clickOn("#save");
    until(() -> shows("•••6789"));
    program.picture("keys-light");
    push(KeyCode.ESCAPE);
    clickOn("#modelButton");
    until(() -> shows("script-small"));
    program.picture("models-light");
    clickOn("script-small");
    until(() -> shows("script-small is ready"));
  }

  private void askAndRead(Running program) {
    provider.next(Script.says(Samples.ANSWER.split("(?<= )")));
    ask("What is the difference between precision and recall?");
    until(() -> shows("a spam filter wants precision") && shows("script-small"));
    moveTo(program.scene().getWindow());
    program.picture("chat-light");
    look(program, Look.DARK);
    program.picture("chat-dark");
    look(program, Look.LIGHT);
  }

  private void look(Running program, Look look) {
    interact(() -> program.app.settings().change(now -> now.withLook(look)));
  }

  private void stopInTheMiddle(Running program) {
    provider.next(Script.says("These words are kept", ", and these never come.").holdingAfter(1));
    ask("Tell me more.");
    until(() -> shows("These words are kept"));
    program.picture("answering-light");
    push(KeyCode.ESCAPE);
    until(() -> shows("Cut off"));
  }

  private void loseTheProvider(Running program) {
    clickOn("#newChatButton");
    provider.close();
    ask("And the F1 score?");
    until(() -> shows("Scripted Lab cannot be reached"));
    program.picture("error-light");
  }

  @Test
  void saysWhyItCannotStartWhenTheFolderIsInUse() {
    try (var _ = EmbeddedServer.start(arguments());
        var program = new Running()) {
      until(() -> shows("Colloquy cannot start"));
      program.picture("cannot-start-light");
      assertThat(lookup("#quit").tryQuery()).isPresent();
    }
  }
}
