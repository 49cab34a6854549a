package org.colloquy.desktop.ui.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.ProviderEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.keys.KeyFormView;
import org.colloquy.desktop.ui.keys.ProviderOption;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.desktop.ui.settings.LookView;
import org.colloquy.desktop.ui.shell.WelcomeViewModel.Step;
import org.jspecify.annotations.Nullable;

/// The dialog of the first steps.
public final class WelcomeView implements DialogView {
  /// The forms are those of other dialogs, and every id is one of a kind in the window.
  private static final String BORROWED = "welcome-";

  private final WelcomeViewModel model;
  private final ObservableValue<String> away;
  private final Runnable done;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Label welcomeStep;
  @FXML private Region lookPage;
  @FXML private Region providerPage;
  @FXML private Region questionPage;
  @FXML private Region look;
  @FXML private LookView lookController;
  @FXML private Region form;
  @FXML private KeyFormView formController;
  @FXML private ListView<ProviderOption> welcomeProviders;
  @FXML private StackPane welcomeFailure;
  @FXML private Label welcomeModel;
  @FXML private Label welcomePlace;
  @FXML private TextField welcomeQuestion;
  @FXML private Button welcomeBack;
  @FXML private Button welcomeWithout;
  @FXML private Button welcomeNext;
  @FXML private Button welcomeAsk;

  /// The dialog for these steps.
  ///
  /// @param away where another server is that is shown; empty for the program's own
  /// @param done closes the dialog
  public WelcomeView(WelcomeViewModel model, ObservableValue<String> away, Runnable done) {
    this.model = model;
    this.away = away;
    this.done = done;
  }

  @FXML
  private void initialize() {
    rename(look);
    rename(form);
    Hiding.whole(lookPage, providerPage, form, questionPage, welcomeFailure);
    Hiding.whole(welcomeBack, welcomeWithout, welcomeNext, welcomeAsk);
    welcomeProviders.setItems(model.offered());
    welcomeProviders.setCellFactory(_ -> new OfferCell());
    welcomeProviders.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    welcomeProviders.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    welcomeQuestion.setOnAction(_ -> ask());
    welcomeAsk.disableProperty().bind(welcomeQuestion.textProperty().isEmpty());
    bonds =
        Subscription.combine(
            model.step().subscribe(this::show),
            model.model().subscribe(this::showModel),
            away.subscribe(_ -> showModel(model.model().getValue())),
            model.failure().subscribe(why -> FailureCard.show(welcomeFailure, why)));
  }

  private static void rename(Node node) {
    if (node.getId() != null) {
      node.setId(BORROWED + node.getId());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(WelcomeView::rename);
    }
  }

  private void show(Step step) {
    var all = List.of(Step.values());
    welcomeStep.setText(Text.of("welcome.step", all.indexOf(step) + 1, all.size()));
    lookPage.setVisible(step == Step.LOOK);
    providerPage.setVisible(step == Step.PROVIDER);
    form.setVisible(step == Step.KEY);
    questionPage.setVisible(step == Step.QUESTION);
    welcomeBack.setVisible(step == Step.PROVIDER || step == Step.QUESTION);
    welcomeWithout.setVisible(step == Step.PROVIDER || step == Step.KEY);
    welcomeNext.setVisible(step == Step.LOOK || step == Step.PROVIDER);
    welcomeAsk.setVisible(step == Step.QUESTION);
    focusFirst();
  }

  private void focusFirst() {
    switch (model.step().get()) {
      case LOOK -> lookController.focusFirst();
      case PROVIDER -> {
        welcomeProviders.requestFocus();
        welcomeProviders.getSelectionModel().selectFirst();
      }
      case KEY -> formController.focusFirst();
      case QUESTION -> {
        welcomeQuestion.requestFocus();
        welcomeQuestion.end();
      }
    }
  }

  private void showModel(@Nullable ModelChoice choice) {
    if (choice == null) {
      welcomeModel.setText(Text.of("model.none"));
      welcomePlace.setText("");
    } else {
      var provider = choice.provider();
      welcomeModel.setText(Text.of("empty.title", choice.title()));
      welcomePlace.setText(place(provider));
    }
  }

  private String place(ProviderEntry provider) {
    if (!away.getValue().isEmpty()) {
      return Text.of("empty.privacy.away", away.getValue());
    }
    return provider.onThisComputer()
        ? Text.of("empty.privacy.here")
        : Text.of("empty.privacy.there", provider.host());
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      next();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      next();
    }
  }

  @FXML
  private void next() {
    var chosen = welcomeProviders.getSelectionModel().getSelectedItem();
    if (model.step().get() == Step.PROVIDER && chosen != null) {
      model.choose(chosen);
    } else {
      model.next();
    }
  }

  @FXML
  private void without() {
    model.next();
  }

  @FXML
  private void back() {
    model.back();
  }

  @FXML
  private void ask() {
    var question = welcomeQuestion.getText().strip();
    if (!question.isEmpty()) {
      done.run();
      model.ask(question);
    }
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void open() {
    model.load();
    focusFirst();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    lookController.close();
    formController.close();
  }
}
