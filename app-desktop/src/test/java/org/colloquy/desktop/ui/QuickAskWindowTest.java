package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.colloquy.desktop.QuickWindow;
import org.colloquy.desktop.Samples;
import org.colloquy.desktop.background.WindowBackground;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.settings.Language;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuickAskWindowTest extends WindowTest {
  private final AtomicInteger raised = new AtomicInteger();
  private QuickWindow quick;

  @Override
  void prepare() {
    server.conversations().add("A talk", Instant.now(), List.of("question", "reply"));
  }

  @BeforeEach
  void makeQuickWindow() {
    quick =
        onWindow(() ->
            new QuickWindow(
                wiring,
                settings,
                new WindowBackground(),
                () -> {
                  raised.incrementAndGet();
                  window.stage().requestFocus();
                }));
  }

  @AfterEach
  void closeQuickWindow() {
    interact(quick::close);
  }

  private void openByKeys() {
    untilSays("A talk");
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
    until(this::isOpen);
  }

  private boolean isOpen() {
    return quick.stage() != null && field().isFocused();
  }

  private Stage stage() {
    return Objects.requireNonNull(quick.stage());
  }

  private Scene quickScene() {
    return stage().getScene();
  }

  private TextInputControl field() {
    return from(quickScene().getRoot()).lookup(".composer-area").queryTextInputControl();
  }

  /// The robot's keys go to the first window only, on a screen in memory.
  private void press(Node node, KeyCode code) {
    interact(() ->
        Event.fireEvent(
            node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private void askQuickly(String question) {
    interact(() -> field().setText(question));
    press(field(), KeyCode.ENTER);
  }

  private boolean quickSays(String words) {
    return from(quickScene().getRoot())
        .lookup((Node node) -> text(node).contains(words))
        .tryQuery()
        .isPresent();
  }

  private void picture(String name) {
    interact(() -> Pictures.save(quickScene(), name + "-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(quickScene(), name + "-dark"));
    interact(() -> settings.change(now -> now.withLook(Look.LIGHT)));
  }

  @Test
  void showsTheAnswerWhileItIsSaidAndGoesOnInTheWindow() {
    openByKeys();
    assertThat(onWindow(() -> stage().isAlwaysOnTop())).isTrue();
    assertThat(onWindow(() -> quickScene().getWidth())).isEqualTo(560);
    picture("quick-ask-empty");
    var script = server.next(Script.says("Said at once", ", and said later.").holdingAfter(1));
    askQuickly("What is a gneiss?");
    until(() -> quickSays("Said at once") && !quickSays("said later"));
    assertThat(onWindow(() -> field().getText())).isEmpty();
    picture("quick-ask-answering");
    script.go();
    until(() -> quickSays("said later"));
    interact(() -> from(quickScene().getRoot()).lookup("#goOn").queryButton().fire());
    until(() -> quick.stage() == null && raised.get() == 1);
    until(() -> wiring.chat().messages().size() == 2);
    untilSays("Said at once, and said later.");
  }

  @Test
  void asksEachQuestionInAConversationOfItsOwn() {
    openByKeys();
    server.next(Script.says(Samples.ANSWER));
    askQuickly("Which is it?");
    until(() -> quickSays("Recall is 8 / 10") && !wiring.quick().chat().state().get().busy());
    picture("quick-ask-answered");
    var first = onWindow(() -> wiring.quick().chat().conversation().get());
    askQuickly("And now?");
    until(() -> quickSays("You said: And now?") && !quickSays("Recall is 8 / 10"));
    assertThat(onWindow(() -> wiring.quick().chat().conversation().get())).isNotEqualTo(first);
    assertThat(onWindow(() -> wiring.chat().conversation().get())).isNull();
  }

  @Test
  void leavesTheAnswerRunningWhenItIsClosedAndShowsItWhenItIsOpenedAgain() {
    openByKeys();
    var script = server.next(Script.says("Said at once", ", and said later.").holdingAfter(1));
    askQuickly("Why?");
    until(() -> quickSays("Said at once"));
    press(field(), KeyCode.ESCAPE);
    until(() -> quick.stage() == null);
    interact(wiring.shell()::quickAsk);
    until(() -> isOpen() && quickSays("Said at once"));
    script.go();
    until(() -> quickSays("said later"));
    press(field(), KeyCode.ESCAPE);
    until(() -> quick.stage() == null);
    interact(wiring.shell()::quickAsk);
    until(() -> isOpen() && !quickSays("Said at once"));
  }

  @Test
  void stopsTheAnswer() {
    openByKeys();
    server.next(Script.says("Said at once", ", and never said.").holdingAfter(1));
    askQuickly("Why?");
    until(() -> quickSays("Said at once"));
    interact(() -> from(quickScene().getRoot()).lookup("#send").queryButton().fire());
    until(() -> quickSays("Cut off"));
  }

  @Test
  void keepsWhatWasBeingWritten() {
    openByKeys();
    interact(() -> field().setText("half a quest"));
    press(field(), KeyCode.ESCAPE);
    until(() -> quick.stage() == null);
    interact(wiring.shell()::quickAsk);
    until(() -> isOpen() && field().getText().equals("half a quest"));
    assertThat(onWindow(() -> wiring.chat().composer().draft().get())).isEmpty();
  }

  @Test
  void opensFromTheFieldThatFindsEverythingInTheLanguageOfNow() {
    untilSays("A talk");
    push(KeyCode.CONTROL, KeyCode.K);
    until(() -> shows("#paletteWords"));
    write("quick ask").push(KeyCode.ENTER);
    until(this::isOpen);
    assertThat(onWindow(() -> stage().getTitle())).startsWith("Quick ask");
    press(field(), KeyCode.ESCAPE);
    until(() -> quick.stage() == null);
    interact(() -> settings.change(now -> now.withLanguage(Language.GERMAN)));
    interact(wiring.shell()::quickAsk);
    until(() -> isOpen() && quickSays("In Colloquy öffnen"));
  }

  @Test
  void everythingInItHasAName() {
    openByKeys();
    server.next(Script.says(Samples.ANSWER));
    askQuickly("Which is it?");
    until(() -> quickSays("Recall is 8 / 10"));
    assertThat(onWindow(() -> Silent.in(quickScene()))).isEmpty();
  }
}
