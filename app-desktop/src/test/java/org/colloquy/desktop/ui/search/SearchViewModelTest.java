package org.colloquy.desktop.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.background.LateBackground;
import org.colloquy.desktop.client.AgentClient;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.SearchClient;
import org.colloquy.desktop.client.SearchHit;
import org.colloquy.desktop.client.SearchKind;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.model.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-10T22:30:00Z"), ZoneId.of("Europe/Berlin"));

  private final ScriptedServer server = new ScriptedServer();
  private final InlineBackground background = new InlineBackground();
  private final SearchViewModel search = model(background);

  private SearchViewModel model(Background background) {
    return new SearchViewModel(
        new SearchClient(server.address()), new AgentClient(server.address()), background, CLOCK);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void addMessages(String... texts) {
    for (var text : texts) {
      server.search().addMessage(UUID.randomUUID(), "About " + text, UUID.randomUUID(), text);
    }
  }

  private void type(String words) {
    search.words().set(words);
    background.letTimePass();
  }

  private List<String> rows() {
    return search.rows().stream()
        .map(row ->
            switch (row) {
              case SearchRow.Heading(var kind) -> kind.name();
              case SearchRow.Line(var hit) -> hit.excerpt();
              case SearchRow.More(_, _) -> "more";
            })
        .toList();
  }

  private List<String> asked() {
    return server.requests().stream()
        .filter(request -> request.startsWith("GET /api/search"))
        .map(String::strip)
        .toList();
  }

  @Test
  void findsInGroupsWhatIsTyped() {
    addMessages("a salmon", "a trout");
    server.search().addMemory("likes salmon");

    type("salmon");

    assertThat(rows()).containsExactly("MESSAGE", "a salmon", "MEMORY", "likes salmon");
    assertThat(search.state().get()).isEqualTo(new SearchState.Done(false));
    var hit = ((SearchRow.Line) search.rows().get(1)).hit();
    assertThat(hit.marks()).containsExactly(new SearchHit.Mark(2, 8));
    assertThat(hit.title()).isEqualTo("About a salmon");
  }

  @Test
  void asksOnlyWhenTypingRests() {
    addMessages("a salmon");

    search.words().set("s");
    search.words().set("sa");
    search.words().set("sal");
    background.letTimePass();

    assertThat(asked()).containsExactly("GET /api/search?q=sal");
  }

  @Test
  void showsNothingForNothing() {
    addMessages("a salmon");
    type("salmon");

    type("  ");

    assertThat(rows()).isEmpty();
    assertThat(search.state().get()).isEqualTo(new SearchState.Empty());
  }

  @Test
  void ignoresAnswersThatWereOutrun() {
    addMessages("a salmon", "a trout");
    var late = new LateBackground();
    var slow = model(late);
    slow.words().set("salmon");
    late.letTimePass();
    slow.words().set("trout");
    late.letTimePass();

    late.answer(1);
    late.answer(0);

    assertThat(slow.rows()).hasSize(2);
    assertThat(((SearchRow.Line) slow.rows().get(1)).hit().excerpt()).isEqualTo("a trout");
  }

  @Test
  void narrowsDownByKindTimeAndModel() {
    addMessages("a salmon");
    server.search().addMemory("likes salmon");
    type("salmon");

    search.kind().set(SearchKind.MESSAGE);
    assertThat(rows()).containsExactly("MESSAGE", "a salmon");
    assertThat(search.models()).containsExactly("", "script-1");
    search.model().set("script-1");
    search.since().set(Since.WEEK);

    assertThat(asked().getLast())
        .isEqualTo(
            "GET /api/search?q=salmon&kind=message&from=2026-03-03T23:00:00Z&model=script-1");
  }

  @Test
  void showsTheRestOfAGroupWhereTheWayToItWas() {
    addMessages("salmon 1", "salmon 2", "salmon 3", "salmon 4", "salmon 5");
    server.search().addMemory("likes salmon");
    type("salmon");
    assertThat(rows())
        .containsExactly(
            "MESSAGE", "salmon 1", "salmon 2", "salmon 3", "more", "MEMORY", "likes salmon");

    search.choose(search.rows().get(4));

    assertThat(rows())
        .containsExactly(
            "MESSAGE",
            "salmon 1",
            "salmon 2",
            "salmon 3",
            "salmon 4",
            "salmon 5",
            "MEMORY",
            "likes salmon");
  }

  @Test
  void tellsWhatIsChosen() {
    addMessages("a salmon");
    var chosen = new ArrayList<String>();
    search.whenChosen(hit -> chosen.add(hit.excerpt()));
    type("salmon");

    search.choose(search.rows().get(0));
    search.choose(search.rows().get(1));

    assertThat(chosen).containsExactly("a salmon");
  }

  @Test
  void tellsThatItFailedAndFindsAgainAfterwards() {
    addMessages("a salmon");
    server.refuse("/api/search", 503, "{\"problem\":\"unavailable\",\"why\":\"Not now.\"}");

    type("salmon");
    assertThat(search.state().get()).isInstanceOf(SearchState.Failed.class);
    var failure = ((SearchState.Failed) search.state().get()).failure();
    assertThat(((Failure.Told) failure).problem()).isInstanceOf(Problem.Unavailable.class);
    search.open();

    assertThat(rows()).containsExactly("MESSAGE", "a salmon");
  }

  @Test
  void looksAgainWhileTheIndexIsBuilt() {
    addMessages("a salmon");
    server.search().build(true);
    type("salmon");
    assertThat(search.state().get()).isEqualTo(new SearchState.Done(true));
    addMessages("another salmon");
    server.search().build(false);

    background.letTimePass();

    assertThat(rows()).containsExactly("MESSAGE", "a salmon", "another salmon");
    assertThat(search.state().get()).isEqualTo(new SearchState.Done(false));
    assertThat(background.waiting()).isZero();
  }
}
