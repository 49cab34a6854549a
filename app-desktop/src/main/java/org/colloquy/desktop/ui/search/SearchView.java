package org.colloquy.desktop.ui.search;

import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.AgentEntry;
import org.colloquy.desktop.client.SearchKind;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.ListKeys;
import org.colloquy.desktop.ui.parts.Named;
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
    ListKeys.add(
        searchWords, searchList, row -> !(row instanceof SearchRow.Heading), model::choose);
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
    searchSince.setConverter(new Named<>(SearchView::name));
    searchSince.valueProperty().bindBidirectional(model.since());
    searchKind.getItems().add(null);
    searchKind.getItems().addAll(SearchKind.values());
    searchKind.setConverter(new Named<>(SearchCell::name, Text.of("search.everything")));
    searchKind.valueProperty().bindBidirectional(model.kind());
    searchModel.setItems(model.models());
    searchModel.setConverter(
        new Named<>(name -> name.isEmpty() ? Text.of("search.any-model") : name));
    searchModel.valueProperty().bindBidirectional(model.model());
    searchSpeaker.getItems().setAll(Speaker.values());
    searchSpeaker.setConverter(new Named<>(SearchView::name));
    searchSpeaker.valueProperty().bindBidirectional(model.speaker());
    searchAgent.setItems(model.agents());
    searchAgent.setConverter(new Named<>(AgentEntry::name, Text.of("search.any-agent")));
    searchAgent.valueProperty().bindBidirectional(model.agent());
  }

  private static String name(Speaker speaker) {
    return switch (speaker) {
      case ANYBODY -> Text.of("search.anybody");
      case YOU -> Text.of("search.you");
      case MODEL -> Text.of("search.a-model");
      case TOOL -> Text.of("search.tool");
    };
  }

  private static String name(Since since) {
    return switch (since) {
      case ANY_TIME -> Text.of("search.any-time");
      case TODAY -> Text.of("search.today");
      case WEEK -> Text.of("search.week");
      case MONTH -> Text.of("search.month");
      case YEAR -> Text.of("search.year");
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
