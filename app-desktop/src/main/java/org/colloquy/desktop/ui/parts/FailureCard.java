package org.colloquy.desktop.ui.parts;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureWords.Remedy;
import org.jspecify.annotations.Nullable;

/// A failure where it happened: what, what to do, buttons that do it, and the technical side folded
/// away.
public final class FailureCard extends VBox {
  private final FailureWords words;
  private final Consumer<Remedy> help;
  private final FlowPane buttons = new FlowPane();

  /// A card that says these words.
  ///
  /// @param help does what was clicked
  public FailureCard(FailureWords words, Consumer<Remedy> help) {
    this.words = words;
    this.help = help;
    getStyleClass().add("failure");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(words.sentence() + " " + words.nextStep());
    buttons.getStyleClass().add("failure-buttons");
    var sentence = label(words.sentence(), "failure-sentence");
    var nextStep = label(words.nextStep(), "failure-next");
    var text = new VBox(sentence, nextStep, buttons);
    text.getStyleClass().add("failure-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(Icon.WARNING.node(), text);
    row.getStyleClass().add("failure-row");
    getChildren().add(row);
    addRemedy();
    addDetails(text);
  }

  /// A card without ways to other places, for where a person is in the right one.
  public static FailureCard plain(Failure why) {
    var words = FailureWords.of(why);
    return new FailureCard(
        new FailureWords(words.sentence(), words.nextStep(), words.details(), Remedy.NONE),
        _ -> {});
  }

  /// Shows such a card in this place, or nothing when there is no failure.
  public static void show(StackPane place, @Nullable Failure why) {
    place.getChildren().clear();
    if (why != null) {
      place.getChildren().add(plain(why));
    }
    place.setVisible(why != null);
  }

  private static Label label(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private void addRemedy() {
    switch (words.remedy()) {
      case RETRY -> addButton(Text.of("problem.retry"), () -> help.accept(Remedy.RETRY));
      case KEYS -> {
        addButton(Text.of("problem.keys"), () -> help.accept(Remedy.KEYS));
        addButton(Text.of("problem.retry"), () -> help.accept(Remedy.RETRY));
      }
      case MODEL -> {
        addButton(Text.of("problem.model"), () -> help.accept(Remedy.MODEL));
        addButton(Text.of("problem.retry"), () -> help.accept(Remedy.RETRY));
      }
      case NONE -> {}
    }
  }

  /// Adds one more thing that can be done about it.
  public Button addButton(String name, Runnable action) {
    var button = new Button(name);
    button.getStyleClass().add("small");
    button.setOnAction(_ -> action.run());
    buttons.getChildren().add(button);
    return button;
  }

  private void addDetails(VBox text) {
    if (words.details().isEmpty()) {
      return;
    }
    var details = new SelectableText(new javafx.scene.text.Text(words.details()));
    var copy = new CopyButton(Text.of("problem.copy"), this::everything);
    var folded = new HBox(details, copy);
    HBox.setHgrow(details, Priority.ALWAYS);
    folded.getStyleClass().add("failure-details");
    folded.setVisible(false);
    folded.managedProperty().bind(folded.visibleProperty());
    text.getChildren().add(folded);
    addButton(Text.of("problem.details"), () -> folded.setVisible(!folded.isVisible()))
        .getStyleClass()
        .add("flat");
  }

  private String everything() {
    return words.sentence() + "\n" + words.details();
  }
}
