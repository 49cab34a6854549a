package org.colloquy.desktop.ui.search;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AgentClient;
import org.colloquy.desktop.client.AgentEntry;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.SearchAnswer;
import org.colloquy.desktop.client.SearchClient;
import org.colloquy.desktop.client.SearchHit;
import org.colloquy.desktop.client.SearchKind;
import org.colloquy.desktop.client.SearchQuestion;
import org.colloquy.desktop.ui.parts.Visit;
import org.jspecify.annotations.Nullable;

/// Looks for what a person types, while they type, and opens what they choose.
public final class SearchViewModel {
  private static final Duration TYPING = Duration.ofMillis(120);

  /// An index that is still being built is asked again after this time.
  private static final Duration BUILDING = Duration.ofSeconds(2);

  private final SearchClient client;
  private final AgentClient agentClient;
  private final Background background;
  private final Clock clock;
  private final StringProperty words = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable SearchKind> kind = new SimpleObjectProperty<>();
  private final ObjectProperty<Since> since = new SimpleObjectProperty<>(Since.ANY_TIME);
  private final StringProperty model = new SimpleStringProperty("");
  private final ObjectProperty<Speaker> speaker = new SimpleObjectProperty<>(Speaker.ANYBODY);
  private final ObjectProperty<@Nullable AgentEntry> agent = new SimpleObjectProperty<>();
  private final ObservableList<@Nullable AgentEntry> agents = FXCollections.observableArrayList();
  private final ObservableList<String> models = FXCollections.observableArrayList("");
  private final ObservableList<SearchRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<SearchState> state =
      new ReadOnlyObjectWrapper<>(new SearchState.Empty());

  /// Only the answer to what was asked last counts.
  private final Visit visit;

  private Consumer<SearchHit> chosen = _ -> {};
  private Background.Waiting waiting = () -> {};

  public SearchViewModel(
      SearchClient client, AgentClient agentClient, Background background, Clock clock) {
    this.client = client;
    this.agentClient = agentClient;
    this.background = background;
    this.clock = clock;
    this.visit = new Visit(background, this::failed);
    words.addListener((_, _, _) -> lookAfter(TYPING));
    kind.addListener((_, _, _) -> look());
    since.addListener((_, _, _) -> look());
    model.addListener((_, _, _) -> look());
    speaker.addListener((_, _, _) -> look());
    agent.addListener((_, _, _) -> look());
    agents.add(null);
  }

  /// What is looked for.
  public StringProperty words() {
    return words;
  }

  /// The only kind of things; null for all.
  public ObjectProperty<@Nullable SearchKind> kind() {
    return kind;
  }

  public ObjectProperty<Since> since() {
    return since;
  }

  /// The model that said it; empty for whoever said it.
  public StringProperty model() {
    return model;
  }

  /// Models that said something of what was found, behind the empty choice.
  public ObservableList<String> models() {
    return models;
  }

  public ObjectProperty<Speaker> speaker() {
    return speaker;
  }

  /// The only agent whose conversations and memories are looked through; null for all.
  public ObjectProperty<@Nullable AgentEntry> agent() {
    return agent;
  }

  /// All agents there are, behind the empty choice.
  public ObservableList<@Nullable AgentEntry> agents() {
    return agents;
  }

  public ObservableList<SearchRow> rows() {
    return rows;
  }

  public ReadOnlyObjectProperty<SearchState> state() {
    return state.getReadOnlyProperty();
  }

  /// Tells what a person wants to see.
  public void whenChosen(Consumer<SearchHit> listener) {
    chosen = listener;
  }

  /// Looks again: something may have been said since.
  public void open() {
    look();
    background.run(agentClient::agents, this::offer, _ -> {});
  }

  /// The choice that was made stays among them.
  private void offer(List<AgentEntry> found) {
    var chosenBefore = agent.get();
    agents.removeIf(one -> one != null && !one.equals(chosenBefore));
    found.stream().filter(one -> !one.equals(chosenBefore)).forEach(agents::add);
  }

  /// Nobody looks any more.
  public void leave() {
    waiting.callOff();
    visit.end();
  }

  private void lookAfter(Duration time) {
    waiting.callOff();
    waiting = background.after(time, this::look);
  }

  private void look() {
    waiting.callOff();
    visit.end();
    if (words.get().isBlank()) {
      rows.clear();
      state.set(new SearchState.Empty());
      return;
    }
    state.set(new SearchState.Searching());
    ask(question(kind.get(), ""), this::show);
  }

  private SearchQuestion question(@Nullable SearchKind only, String after) {
    var with = agent.get();
    return new SearchQuestion(
        words.get().strip(),
        only,
        since.get().from(clock),
        model.get(),
        speaker.get().role(),
        with == null ? null : with.id(),
        after);
  }

  private void ask(SearchQuestion question, Consumer<SearchAnswer> use) {
    visit.run(
        () -> client.search(question),
        answer -> {
          use.accept(answer);
          state.set(new SearchState.Done(answer.building()));
          if (answer.building()) {
            lookAfter(BUILDING);
          }
        });
  }

  private void failed(Failure why) {
    rows.clear();
    state.set(new SearchState.Failed(why));
  }

  private void show(SearchAnswer answer) {
    offerModels(answer);
    var found = new ArrayList<SearchRow>();
    for (var group : answer.groups()) {
      found.add(new SearchRow.Heading(group.kind()));
      found.addAll(lines(group));
    }
    if (!found.equals(rows)) {
      rows.setAll(found);
    }
  }

  private static List<SearchRow> lines(SearchAnswer.Group group) {
    var lines = new ArrayList<SearchRow>();
    group.hits().forEach(hit -> lines.add(new SearchRow.Line(hit)));
    if (!group.next().isEmpty()) {
      lines.add(new SearchRow.More(group.kind(), group.next()));
    }
    return lines;
  }

  /// The choice that was made stays among them.
  private void offerModels(SearchAnswer answer) {
    var found =
        answer.groups().stream().flatMap(group -> group.hits().stream()).map(SearchHit::model);
    Stream.concat(Stream.of(model.get()), found)
        .filter(name -> !models.contains(name))
        .distinct()
        .sorted()
        .forEach(models::add);
  }

  /// Opens what a line stands for.
  public void choose(SearchRow row) {
    switch (row) {
      case SearchRow.Line(var hit) -> chosen.accept(hit);
      case SearchRow.More(var more, var next) ->
          ask(question(more, next), answer -> replace(row, answer));
      case SearchRow.Heading(_) -> {}
    }
  }

  /// Puts the rest of a group where the way to it was.
  private void replace(SearchRow more, SearchAnswer answer) {
    int place = rows.indexOf(more);
    if (place >= 0) {
      rows.remove(place);
      answer.groups().forEach(group -> rows.addAll(place, lines(group)));
    }
  }
}
