package org.colloquy.desktop.ui.parts.sources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.desktop.client.AnswerSources;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.markdown.Marks;
import org.colloquy.model.Citation;
import org.colloquy.model.SourcePassage;

/// The places of an answer that name a source or quote one. A place can name several.
public final class SourceMarks {
  private final List<Marks.Place> places = new ArrayList<>();
  private final List<List<SourceLine>> lines = new ArrayList<>();

  private record Spot(int start, int end) {}

  /// @param text of the answer
  public SourceMarks(AnswerSources sources, String text) {
    var passages = new HashMap<Integer, SourcePassage>();
    sources.passages().forEach(passage -> passages.put(passage.number(), passage));
    var spots = new LinkedHashMap<Spot, List<SourceLine>>();
    for (var citation : sources.citations()) {
      if (shown(citation) && citation.markerEnd() <= text.length()) {
        var line = SourceLines.line(citation, passages);
        var spot = new Spot(citation.markerStart(), citation.markerEnd());
        var there = spots.computeIfAbsent(spot, _ -> new ArrayList<>());
        if (!there.contains(line)) {
          there.add(line);
        }
      }
    }
    spots.forEach((spot, there) -> add(spot, there, text));
    places.sort(Comparator.comparingInt(place -> place.behind() ? place.end() : place.start()));
  }

  /// A quotation without a number that stands where it should needs no mark.
  private static boolean shown(Citation citation) {
    var found = citation.state() == Citation.State.FOUND;
    return citation.markerStart() >= 0
        && citation.markerStart() < citation.markerEnd()
        && (citation.number() > 0 || !found);
  }

  private void add(Spot spot, List<SourceLine> there, String text) {
    var lost = there.stream().anyMatch(SourceLine::lost);
    var behind = there.getFirst().number() == 0;
    var number = behind ? "" : text.substring(spot.start(), spot.end());
    var shown = lost ? unbroken(number + " ⚠ " + Text.of("sources.lost")) : number;
    places.add(
        new Marks.Place(spot.start(), spot.end(), behind, shown, lines.size(), lost, name(there)));
    lines.add(List.copyOf(there));
  }

  /// A mark stands in one line.
  private static String unbroken(String words) {
    return words.replace(' ', '\u00a0');
  }

  private static String name(List<SourceLine> there) {
    return there.stream().map(SourceWords::name).distinct().collect(Collectors.joining("; "));
  }

  /// Where the marks are, in their order.
  public List<Marks.Place> places() {
    return places;
  }

  /// What the mark with this index names.
  public List<SourceLine> lines(int index) {
    return lines.get(index);
  }

  /// The answer to be taken elsewhere: what was not found is marked there too.
  public String copied(String text) {
    var copied = new StringBuilder(text);
    for (var place : places.reversed()) {
      if (place.lost()) {
        copied.insert(place.end(), " (⚠ " + Text.of("sources.lost.copied") + ")");
      }
    }
    return copied.toString();
  }
}
