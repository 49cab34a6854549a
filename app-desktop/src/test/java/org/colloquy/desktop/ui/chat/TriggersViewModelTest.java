package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class TriggersViewModelTest {
  private final SimpleStringProperty draft = new SimpleStringProperty("");
  private final List<String> happened = new ArrayList<>();
  private final List<String> titles = new ArrayList<>(List.of("Review", "Revise", "Translate"));
  private final TriggersViewModel triggers =
      new TriggersViewModel(
          draft, List.of(new Trigger('/', () -> happened.add("begun"), this::fitting)));

  private List<Suggestion> fitting(String words) {
    Stream<String> found =
        titles.stream().filter(title -> title.toLowerCase(java.util.Locale.ROOT).contains(words));
    return found.map(title -> new Suggestion(title, "", () -> happened.add(title))).toList();
  }

  private List<String> shown() {
    return triggers.suggestions().stream().map(Suggestion::title).toList();
  }

  @Test
  void opensAtTheSignAndFiltersWhileOneTypes() {
    draft.set("and/or");
    assertThat(triggers.open()).isFalse();
    draft.set("/");
    assertThat(shown()).containsExactly("Review", "Revise", "Translate");
    draft.set("/re");
    draft.set("/rev");
    assertThat(shown()).containsExactly("Review", "Revise");
    draft.set("/rev\n");
    assertThat(triggers.open()).isFalse();
    draft.set("/nothing");
    assertThat(triggers.open()).isFalse();
    assertThat(happened).containsExactly("begun", "begun");
  }

  @Test
  void takesTheSelectedOneAndWhatWasTypedGoes() {
    draft.set("/rev");
    triggers.move(1);
    assertThat(triggers.selected().get()).isEqualTo(1);
    triggers.move(1);
    assertThat(triggers.selected().get()).isZero();
    triggers.move(-1);

    triggers.take();

    assertThat(happened).containsExactly("begun", "Revise");
    assertThat(draft.get()).isEmpty();
    assertThat(triggers.open()).isFalse();
    triggers.take();
    assertThat(happened).hasSize(2);
  }

  @Test
  void staysClosedWhenNothingIsWantedUntilSomethingElseIsTyped() {
    draft.set("/rev");
    triggers.dismiss();
    assertThat(triggers.open()).isFalse();
    assertThat(draft.get()).isEqualTo("/rev");
    draft.set("/revi");
    assertThat(triggers.open()).isTrue();
  }

  @Test
  void showsWhatArrivesLater() {
    draft.set("/new");
    assertThat(triggers.open()).isFalse();
    titles.add("A new one");
    triggers.refresh();
    assertThat(shown()).containsExactly("A new one");
  }
}
