package org.colloquy.desktop.ui.chat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What can be chosen by a sign and a few words at the beginning of what is written.
public final class TriggersViewModel {
  private static final int LONGEST = 80;
  private static final int MOST = 50;

  private final StringProperty draft;
  private final List<Trigger> triggers;
  private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();
  private final IntegerProperty selected = new SimpleIntegerProperty(-1);
  private String dismissed = "";

  /// @param draft what is written
  public TriggersViewModel(StringProperty draft, List<Trigger> triggers) {
    this.draft = draft;
    this.triggers = List.copyOf(triggers);
    draft.addListener((_, before, text) -> written(before, text));
  }

  /// What can be chosen now; nothing when nothing was asked for.
  public ObservableList<Suggestion> suggestions() {
    return suggestions;
  }

  /// Which of them Enter takes; -1 for none.
  public IntegerProperty selected() {
    return selected;
  }

  public boolean open() {
    return !suggestions.isEmpty();
  }

  private void written(String before, String text) {
    if (!text.equals(dismissed)) {
      dismissed = "";
    }
    var trigger = trigger(text);
    if (trigger.isPresent() && trigger(before).isEmpty()) {
      trigger.get().begun().run();
    }
    refresh();
  }

  private Optional<Trigger> trigger(String text) {
    boolean brief = !text.isEmpty() && text.length() <= LONGEST && text.indexOf('\n') < 0;
    return triggers.stream().filter(each -> brief && text.charAt(0) == each.sign()).findFirst();
  }

  /// Looks again, when there is more to choose from.
  public void refresh() {
    var text = draft.get();
    var found =
        dismissed.isEmpty()
            ? trigger(text).map(each -> each.fitting().apply(text.substring(1))).orElse(List.of())
            : List.<Suggestion>of();
    suggestions.setAll(found.stream().limit(MOST).toList());
    selected.set(suggestions.isEmpty() ? -1 : 0);
  }

  /// Goes to the next one, or back; around at the ends.
  public void move(int by) {
    if (open()) {
      selected.set(Math.floorMod(selected.get() + by, suggestions.size()));
    }
  }

  /// Takes the selected one. What was typed to find it goes.
  public void take() {
    int place = selected.get();
    if (place >= 0 && place < suggestions.size()) {
      var chosen = suggestions.get(place);
      draft.set("");
      chosen.take().run();
    }
  }

  /// Chooses nothing: what is written is meant as it is.
  public void dismiss() {
    dismissed = draft.get();
    refresh();
  }
}
