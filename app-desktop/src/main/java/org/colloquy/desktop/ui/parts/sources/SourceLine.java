package org.colloquy.desktop.ui.parts.sources;

import org.colloquy.model.Citation;
import org.jspecify.annotations.Nullable;

/// One source of an answer, as people read it.
///
/// @param number by which the answer names it; 0 when it names none
/// @param title the file and the page
/// @param words that the answer quotes, or with which the passage begins; may be empty
/// @param lost whether these words were not found in it
/// @param place where it stands; null when nobody knows
public record SourceLine(
    int number, String title, String words, boolean lost, Citation.@Nullable Place place) {
  /// Whether its page can be shown: documents of agents have none.
  public boolean opens() {
    return place != null && place.file() != null;
  }
}
