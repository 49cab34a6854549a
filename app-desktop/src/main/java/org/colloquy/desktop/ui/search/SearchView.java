package org.colloquy.desktop.ui.search;

import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.colloquy.desktop.client.AgentEntry;
import org.colloquy.desktop.client.SearchKind;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.jspecify.annotations.Nullable;

/// The dialog in which everything is looked through. The focus stays where one types; the arrows
/// move in the list.
public final class SearchView implements DialogView {
  private final SearchViewModel model;
  private final Runnable done;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private TextField searchWords;
  @FXML private ChoiceBox<Since> searchSince;
  @FXML private ChoiceBox<SearchKind> searchKind;
  @FXML private ChoiceBox<String> searchModel;
  @FXML private ChoiceBox<Speaker> searchSpeaker;
  @FXML private ChoiceBox<@Nullable AgentEntry> searchAgent;
  @FXML private ListView<SearchRow> searchList;
  @FXML private Label searchHint;
  @FXML private FlowPane searchFilters;
  @FXML private StackPane failure;

  public SearchView(SearchViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure, searchHint);
    searchFilters.prefWrapLengthProperty().bind(searchFilters.widthProperty());
    searchList.setItems(model.rows());
    searchList.setCellFactory(_ -> new SearchCell(model));
    searchWords.textProperty().bindBidirectional(model.words());
    searchWords.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    searchList.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    offer();
    bonds =
        Subscription.combine(
            model.state().subscribe(this::show),
            searchWords
                .textProperty()
                .subscribe(_ -> searchList.getSelectionModel().clearSelection()));
  }

  private void offer() {
    searchSince.getItems().setAll(Since.values());
    searchSince.setConverter(shown(SearchView::name));
    searchSince.valueProperty().bindBidirectional(model.since());
    searchKind.getItems().add(null);
    searchKind.getItems().addAll(SearchKind.values());
    searchKind.setConverter(shown(SearchView::name));
    searchKind.valueProperty().bindBidirectional(model.kind());
    searchModel.setItems(model.models());
    searchModel.setConverter(
        shown(name -> name == null || name.isEmpty() ? Text.of("search.any-model") : name));
    searchModel.valueProperty().bindBidirectional(model.model());
    searchSpeaker.getItems().setAll(Speaker.values());
    searchSpeaker.setConverter(shown(SearchView::name));
    searchSpeaker.valueProperty().bindBidirectional(model.speaker());
    searchAgent.setItems(model.agents());
    searchAgent.setConverter(shown(one -> one == null ? Text.of("search.any-agent") : one.name()));
    searchAgent.valueProperty().bindBidirectional(model.agent());
  }

  private static String name(@Nullable Speaker speaker) {
    return switch (speaker) {
      case null -> "";
      case ANYBODY -> Text.of("search.anybody");
      case YOU -> Text.of("search.you");
      case MODEL -> Text.of("search.a-model");
      case TOOL -> Text.of("search.tool");
    };
  }

  private static String name(@Nullable Since since) {
    return switch (since) {
      case null -> "";
      case ANY_TIME -> Text.of("search.any-time");
      case TODAY -> Text.of("search.today");
      case WEEK -> Text.of("search.week");
      case MONTH -> Text.of("search.month");
      case YEAR -> Text.of("search.year");
    };
  }

  private static String name(@Nullable SearchKind kind) {
    return kind == null ? Text.of("search.everything") : SearchCell.name(kind);
  }

  private static <T> StringConverter<T> shown(Function<@Nullable T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return name.apply(value);
      }

      @Override
      public T fromString(String words) {
        throw new UnsupportedOperationException("nobody types here");
      }
    };
  }

  private void show(SearchState state) {
    FailureCard.show(failure, state instanceof SearchState.Failed(var why) ? why : null);
    searchList.setPlaceholder(new Label(placeholder(state)));
    boolean building = state instanceof SearchState.Done(var unfinished) && unfinished;
    searchHint.setVisible(building);
  }

  private static String placeholder(SearchState state) {
    return switch (state) {
      case SearchState.Empty _ -> Text.of("search.empty");
      case SearchState.Searching _ -> Text.of("search.searching");
      case SearchState.Done _ -> Text.of("search.nothing");
      case SearchState.Failed _ -> "";
    };
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      chooseSelected();
    } else if (event.getCode() == KeyCode.DOWN) {
      move(1);
    } else if (event.getCode() == KeyCode.UP) {
      move(-1);
    } else {
      return;
    }
    event.consume();
  }

  /// To the next finding, over the headings.
  private void move(int step) {
    var index = searchList.getSelectionModel().getSelectedIndex() + step;
    while (index >= 0 && index < model.rows().size()) {
      if (!(model.rows().get(index) instanceof SearchRow.Heading)) {
        searchList.getSelectionModel().select(index);
        searchList.scrollTo(Math.max(0, index - 2));
        return;
      }
      index += step;
    }
  }

  private void chooseSelected() {
    if (searchList.getSelectionModel().getSelectedItem() == null) {
      move(1);
    }
    var row = searchList.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.choose(row);
    }
  }

  /// Ready to type.
  @Override
  public void open() {
    model.open();
    searchWords.requestFocus();
    searchWords.selectAll();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    model.leave();
    bonds.unsubscribe();
    searchWords.textProperty().unbindBidirectional(model.words());
    searchSince.valueProperty().unbindBidirectional(model.since());
    searchKind.valueProperty().unbindBidirectional(model.kind());
    searchModel.valueProperty().unbindBidirectional(model.model());
    searchSpeaker.valueProperty().unbindBidirectional(model.speaker());
    searchAgent.valueProperty().unbindBidirectional(model.agent());
    searchAgent.setItems(FXCollections.observableArrayList());
    searchModel.setItems(FXCollections.observableArrayList());
    searchList.setItems(FXCollections.observableArrayList());
  }
}
