package org.colloquy.desktop.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.desktop.client.Failure;
import org.colloquy.model.Problem;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest extends HistoryCase {
  @Test
  void groupsByTheDayOfThePersonNewestFirst() {
    add("last month", "2026-02-01T12:00:00Z");
    add("a week ago", "2026-03-03T12:00:00Z");
    add("eight days ago", "2026-03-02T12:00:00Z");
    add("yesterday late", "2026-03-09T22:59:00Z");
    add("just after midnight", "2026-03-09T23:01:00Z");
    add("now", "2026-03-10T22:29:00Z");
    history.load();
    assertThat(rows())
        .containsExactly(
            "TODAY",
            "now",
            "just after midnight",
            "YESTERDAY",
            "yesterday late",
            "WEEK",
            "a week ago",
            "OLDER",
            "eight days ago",
            "last month");
  }

  @Test
  void findsByTitle() {
    add("Mixed models", "2026-03-10T12:00:00Z");
    add("Survey", "2026-03-10T13:00:00Z");
    history.load();
    history.filter().set(" MODEL ");
    assertThat(rows()).containsExactly("TODAY", "Mixed models");
    history.filter().set("");
    assertThat(rows()).hasSize(3);
  }

  @Test
  void renames() {
    add("old", "2026-03-10T12:00:00Z");
    history.load();
    history.rename(entry("old"), "  new ");
    assertThat(rows()).containsExactly("TODAY", "new");
    history.rename(entry("new"), "   ");
    assertThat(rows()).containsExactly("TODAY", "new");
  }

  @Test
  void deletesAndBringsBack() {
    add("one", "2026-03-10T12:00:00Z");
    history.load();
    var one = entry("one");
    history.selected().set(one.id());
    history.remove(List.of(one));
    assertThat(rows()).isEmpty();
    assertThat(history.selected().get()).isNull();
    assertThat(history.removed().get()).containsExactly(one);
    history.undo();
    assertThat(rows()).containsExactly("TODAY", "one");
    assertThat(history.selected().get()).isEqualTo(one.id());
    assertThat(history.removed().get()).isEmpty();
  }

  @Test
  void offersUndoOnlyForAWhile() {
    add("one", "2026-03-10T12:00:00Z");
    history.load();
    history.remove(List.of(entry("one")));
    background.letTimePass();
    assertThat(history.removed().get()).isEmpty();
    history.undo();
    assertThat(rows()).isEmpty();
  }

  @Test
  void saysWhyItDidNotWork() {
    server.refuse("/conversations", 503, "{\"problem\":\"unavailable\",\"why\":\"Full.\"}");
    history.load();
    assertThat(history.failure().get())
        .isEqualTo(new Failure.Told(new Problem.Unavailable("Full.")));
    history.load();
    assertThat(history.failure().get()).isNull();
  }
}
