package org.colloquy.desktop.ui.reader;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.PageEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.colloquy.desktop.ui.parts.sources.SourceLine;
import org.jspecify.annotations.Nullable;

/// The dialog with a page that an answer cites: its picture or its text, what is cited marked on
/// it.
public final class ReaderView implements DialogView {
  private static final double BAR = 18;

  private final ReaderViewModel model;
  private final Runnable done;
  private final PageCanvas canvas = new PageCanvas();
  private final SelectableText words = new SelectableText();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Node reader;
  @FXML private Label readerTitle;
  @FXML private Label readerPage;
  @FXML private Label readerLost;
  @FXML private Label readerWorking;
  @FXML private ScrollPane pagePane;
  @FXML private Button previousPage;
  @FXML private Button nextPage;
  @FXML private ToggleButton pageAsText;
  @FXML private Node zoomTools;
  @FXML private StackPane readerFailure;

  /// @param done closes the dialog
  public ReaderView(ReaderViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(readerLost, readerWorking, readerFailure, zoomTools, pageAsText);
    words.getStyleClass().add("page-text");
    pageAsText.selectedProperty().bindBidirectional(model.asText());
    reader.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    reader.visibleProperty().addListener((_, _, shown) -> closeUnless(shown));
    bonds =
        Subscription.combine(
            model.line().subscribe(this::showLine),
            model.page().subscribe(_ -> showPage()),
            model.picture().subscribe(_ -> showPage()),
            model.asText().subscribe(_ -> showPage()),
            model.working().subscribe(this::showWorking),
            model.failure().subscribe(why -> FailureCard.show(readerFailure, why)),
            model.zoom().subscribe(_ -> resize()),
            pagePane.viewportBoundsProperty().subscribe(_ -> resize()));
  }

  private void closeUnless(boolean shown) {
    if (!shown) {
      model.close();
    }
  }

  private void showLine(@Nullable SourceLine line) {
    var place = line == null ? null : line.place();
    readerTitle.setText(place == null ? "" : place.name());
    readerLost.setVisible(line != null && line.lost());
    if (line != null && line.lost()) {
      readerLost.setText(
          "⚠ "
              + (line.words().isEmpty()
                  ? Text.of("reader.lost")
                  : Text.of("reader.lost.words", line.words())));
    }
  }

  private void showWorking(boolean working) {
    readerWorking.setVisible(working);
    enable();
  }

  private void enable() {
    previousPage.setDisable(!model.hasPrevious());
    nextPage.setDisable(!model.hasNext());
  }

  private void showPage() {
    var page = model.page().get();
    var picture = model.picture().get() instanceof DecodedPicture decoded ? decoded : null;
    enable();
    readerPage.setText(page == null ? "" : label(page));
    pageAsText.setVisible(picture != null);
    var asText = picture == null || model.asText().get();
    zoomTools.setVisible(!asText);
    if (page == null) {
      canvas.clear();
      pagePane.setContent(null);
    } else if (asText) {
      canvas.clear();
      words.show(PageText.of(page, model.passage()));
      pagePane.setContent(words);
      pagePane.setFitToWidth(true);
      Platform.runLater(this::scrollToText);
    } else {
      pagePane.setFitToWidth(false);
      canvas.show(picture, page, model.passage());
      pagePane.setContent(canvas);
      resize();
      Platform.runLater(this::scrollToMark);
    }
  }

  private static String label(PageEntry page) {
    var number = Integer.toString(page.number());
    return page.label().isBlank() || page.label().equals(number)
        ? Text.of("reader.page", number)
        : Text.of("reader.page.labelled", page.label(), number);
  }

  private void resize() {
    var width = pagePane.getViewportBounds().getWidth();
    if (width > BAR) {
      canvas.setShownWidth(Math.floor((width - BAR) * model.zoom().get()));
    }
  }

  private void scrollToMark() {
    scrollTo(canvas.firstMark(), canvas.shownHeight());
  }

  private void scrollToText() {
    var cited =
        words.texts().stream()
            .filter(text -> text.getStyleClass().contains("page-cited"))
            .findFirst();
    scrollTo(
        cited.map(text -> text.getBoundsInParent().getMinY()).orElse(-1.0),
        words.getBoundsInLocal().getHeight());
  }

  /// A third of the window stays above it.
  private void scrollTo(double y, double height) {
    var seen = pagePane.getViewportBounds().getHeight();
    pagePane.setVvalue(
        y < 0 || height <= seen ? 0 : Math.clamp((y - seen / 3) / (height - seen), 0, 1));
  }

  private void key(KeyEvent event) {
    switch (event.getText()) {
      case "+" -> model.closer();
      case "-" -> model.farther();
      default -> {
        switch (event.getCode()) {
          case PAGE_UP -> model.previous();
          case PAGE_DOWN -> model.next();
          default -> {
            return;
          }
        }
      }
    }
    event.consume();
  }

  /// Shows what was asked for.
  @Override
  public void open() {
    showPage();
    pagePane.requestFocus();
  }

  @FXML
  private void previous() {
    model.previous();
  }

  @FXML
  private void next() {
    model.next();
  }

  @FXML
  private void closer() {
    model.closer();
  }

  @FXML
  private void farther() {
    model.farther();
  }

  @FXML
  private void fitWidth() {
    model.fitWidth();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    pageAsText.selectedProperty().unbindBidirectional(model.asText());
    canvas.clear();
  }
}
