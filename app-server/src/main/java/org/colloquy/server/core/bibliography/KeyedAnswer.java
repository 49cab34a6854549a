package org.colloquy.server.core.bibliography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Citation;

/// An answer with the keys of publications where it has numbers of passages, as Pandoc's Markdown
/// has them: `[@li2001cells, p. 3]`. What names no publication stays as it is, and what was not
/// found in the documents says so. Pure.
final class KeyedAnswer {
  static final String NOT_FOUND = " **[not found]**";

  private KeyedAnswer() {}

  /// @param citations of the answer, with their marks in its text
  /// @param keys of the publications that are known
  static String of(String answer, List<Citation> citations, Map<AttachmentId, String> keys) {
    var marks = new TreeMap<Integer, List<Citation>>(Comparator.reverseOrder());
    for (var citation : citations) {
      if (citation.markerStart() >= 0 && citation.markerEnd() <= answer.length()) {
        marks.computeIfAbsent(citation.markerStart(), _ -> new ArrayList<>()).add(citation);
      }
    }
    var text = new StringBuilder(answer);
    marks.values().forEach(mark -> write(text, mark, keys));
    return text.toString();
  }

  /// The last mark comes first, so that the places of the others stay true.
  private static void write(
      StringBuilder text, List<Citation> mark, Map<AttachmentId, String> keys) {
    var keyed = new LinkedHashSet<String>();
    boolean all = true;
    boolean found = true;
    for (var citation : mark) {
      var key = key(citation, keys);
      all &= !key.isEmpty();
      found &= citation.state() == Citation.State.FOUND;
      if (!key.isEmpty()) {
        keyed.add(key);
      }
    }
    var first = mark.getFirst();
    boolean isNumber = first.number() > 0;
    var written = keyed.isEmpty() ? "" : "[" + String.join("; ", keyed) + "]";
    var after = found ? "" : NOT_FOUND;
    if (isNumber && all) {
      text.replace(first.markerStart(), first.markerEnd(), written + after);
    } else {
      text.insert(first.markerEnd(), (written.isEmpty() ? "" : " " + written) + after);
    }
  }

  /// Empty when it is of no publication. A quotation that names nothing and stands nowhere has no
  /// place.
  private static String key(Citation citation, Map<AttachmentId, String> keys) {
    var place = citation.place();
    if (place == null || place.file() == null) {
      return "";
    }
    var key = keys.getOrDefault(place.file(), "");
    if (key.isEmpty()) {
      return "";
    }
    return place.label().isEmpty() ? "@" + key : "@" + key + ", p. " + place.label();
  }
}
