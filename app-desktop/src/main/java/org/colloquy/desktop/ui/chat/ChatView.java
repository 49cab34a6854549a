package org.colloquy.desktop.ui.chat;

import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Copying;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.FailureWords;
import org.colloquy.desktop.ui.parts.FailureWords.Remedy;
import org.colloquy.desktop.ui.parts.Icon;
import org.jspecify.annotations.Nullable;

/// The open conversation on the screen.
public final class ChatView {
  private static final PseudoClass NEWS = PseudoClass.getPseudoClass("news");

  private final ChatViewModel model;
  private final MessageActions actions;
  private final Rehearsal rehearsal;
  private Runnable find = () -> {};
  private IntConsumer step = _ -> {};
  private final Announcement announcement = new Announcement();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private VBox chat;
  @FXML private StackPane findPlace;
  @FXML private StackPane messages;
  @FXML private StackPane missing;
  @FXML private Label loading;
  @FXML private Label earlier;
  @FXML private Button latest;
  @FXML private Node empty;
  @FXML private ComposerView composerController;
  @FXML private EmptyView emptyController;

  public ChatView(ChatViewModel model, MessageActions actions, Rehearsal rehearsal) {
    this.model = model;
    this.actions = actions;
    this.rehearsal = rehearsal;
  }

  @FXML
  private void initialize() {
    var flow = new MessageFlow(model, actions);
    messages.getChildren().addFirst(flow);
    messages.getChildren().addFirst(announcement);
    step =
        by -> {
          if (!flow.step(by)) {
            focusComposer();
          }
        };
    var bar = new FindBar(actions.find(), this::focusComposer);
    findPlace.getChildren().add(bar);
    find = () -> bar.open(flow.first());
    latest.setGraphic(Icon.ARROW_DOWN.node());
    latest.visibleProperty().bind(flow.atEnd().not());
    var news = flow.news().subscribe(this::showNews);
    latest.setOnAction(_ -> flow.jumpToEnd());
    earlier.visibleProperty().bind(model.earlier().coming());
    empty
        .visibleProperty()
        .bind(Bindings.isEmpty(model.messages()).and(model.conversation().isNull()));
    bonds =
        Subscription.combine(
            model.state().subscribe(this::show),
            chat.sceneProperty().subscribe(this::rehearse),
            announcement.follow(model),
            news,
            flow::close,
            bar::close);
  }

  private void rehearse(@Nullable Scene shown) {
    if (shown != null) {
      rehearsal.begin(chat, actions);
    }
  }

  private void showNews(boolean news) {
    latest.setText(Text.of(news ? "chat.latest.news" : "chat.latest"));
    latest.pseudoClassStateChanged(NEWS, news);
  }

  private void show(ChatState state) {
    loading.setVisible(state instanceof ChatState.Loading);
    missing.setVisible(state instanceof ChatState.Missing);
    if (state instanceof ChatState.Missing(var failure)) {
      missing.getChildren().setAll(new FailureCard(FailureWords.of(failure), this::help));
    }
  }

  private void help(Remedy remedy) {
    if (remedy == Remedy.RETRY) {
      model.reload();
    } else {
      model.help(remedy);
    }
  }

  /// Opens the bar that finds words in the conversation.
  public void find() {
    find.run();
  }

  /// Moves the focus to the message before or after, and behind the last one to the composer.
  public void step(int by) {
    step.accept(by);
  }

  /// Copies the last answer.
  public void copyAnswer() {
    LastAnswer.words(model.messages()).ifPresent(this::copy);
  }

  /// Copies the code that was shown last.
  public void copyCode() {
    LastAnswer.code(model.messages()).ifPresent(this::copy);
  }

  private void copy(String text) {
    Copying.copy(text);
    announcement.say(Text.of("copied"));
  }

  public void focusComposer() {
    composerController.focus();
  }

  /// Asks for files that go with what is written.
  public void attach() {
    composerController.attach();
  }

  public void close() {
    bonds.unsubscribe();
    latest.visibleProperty().unbind();
    earlier.visibleProperty().unbind();
    empty.visibleProperty().unbind();
    composerController.close();
    emptyController.close();
  }
}
