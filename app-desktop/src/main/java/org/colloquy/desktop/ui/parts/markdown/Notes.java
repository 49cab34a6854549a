package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Where the footnotes of one text are, and where they are named first.
public final class Notes {
  private final Map<String, Node> notes = new HashMap<>();
  private final Map<String, List<Node>> marks = new HashMap<>();
  private final Consumer<Node> reveal;

  /// @param reveal brings a place into view
  public Notes(Consumer<Node> reveal) {
    this.reveal = reveal;
  }

  void add(String label, Node note) {
    notes.put(label, note);
  }

  void addMark(String label, Node mark) {
    marks.computeIfAbsent(label, _ -> new ArrayList<>()).add(mark);
  }

  /// From the mark to the note.
  void follow(String label) {
    lead(notes.get(label));
  }

  /// From the note to the mark.
  void goBack(String label) {
    var there = marks.getOrDefault(label, List.of());
    // A text that grew has new places for those that it had.
    lead(there.stream().filter(mark -> mark.getScene() != null).findFirst().orElse(null));
  }

  private void lead(@Nullable Node place) {
    if (place != null && place.getScene() != null) {
      reveal.accept(place);
      place.requestFocus();
    }
  }
}
