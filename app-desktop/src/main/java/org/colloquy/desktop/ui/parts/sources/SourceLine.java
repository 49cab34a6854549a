package org.colloquy.desktop.ui.parts.sources;

import java.util.Optional;
import org.colloquy.desktop.client.SearchHit;
import org.colloquy.model.AttachmentId;
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
  /// The page of a file that was found; empty for what has none.
  public static Optional<SourceLine> of(SearchHit hit) {
    var page = hit.page();
    if (page == null) {
      return Optional.empty();
    }
    var file = new AttachmentId(hit.id());
    var place = new Citation.Place(file, page.name(), page.number(), page.label(), 0, 0);
    return Optional.of(new SourceLine(0, page.name(), "", false, place));
  }

  /// Whether its page can be shown: documents of agents have none.
  public boolean opens() {
    return place != null && place.file() != null;
  }
}
