package org.colloquy.desktop.ui.parts.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.colloquy.desktop.client.AnswerSources;
import org.colloquy.desktop.text.Text;
import org.colloquy.model.Citation;
import org.colloquy.model.Citation.State;
import org.colloquy.model.SourcePassage;
import org.jspecify.annotations.Nullable;

/// The sources of an answer as lines: those that it used, and those that it did not.
///
/// @param used what it cites, each once, in the order of the answer
/// @param unused passages that it was given with and does not cite
public record SourceLines(List<SourceLine> used, List<SourceLine> unused) {
  public SourceLines {
    used = List.copyOf(used);
    unused = List.copyOf(unused);
  }

  public static SourceLines of(AnswerSources sources) {
    var passages = new HashMap<Integer, SourcePassage>();
    sources.passages().forEach(passage -> passages.put(passage.number(), passage));
    var used = new LinkedHashSet<SourceLine>();
    sources.citations().forEach(citation -> used.add(line(citation, passages)));
    var cited = sources.citations().stream().map(Citation::number).collect(Collectors.toSet());
    var unused =
        sources.passages().stream()
            .filter(passage -> !cited.contains(passage.number()))
            .map(SourceLines::line)
            .toList();
    return new SourceLines(new ArrayList<>(used), unused);
  }

  /// Whether there is nothing to show.
  public boolean isEmpty() {
    return used.isEmpty() && unused.isEmpty();
  }

  /// How many were not found.
  public int lost() {
    return (int) used.stream().filter(SourceLine::lost).count();
  }

  static SourceLine line(Citation citation, Map<Integer, SourcePassage> passages) {
    var passage = passages.get(citation.number());
    var quote = citation.quote();
    var words = quote.isEmpty() && passage != null ? beginning(passage.text()) : quote;
    return new SourceLine(
        citation.number(),
        title(citation.number(), citation.place()),
        words.strip(),
        citation.state() == State.NOT_FOUND,
        citation.place());
  }

  private static SourceLine line(SourcePassage passage) {
    var place =
        new Citation.Place(
            passage.file(),
            passage.name(),
            passage.page(),
            passage.label(),
            passage.start(),
            passage.end());
    return new SourceLine(
        passage.number(), title(passage.number(), place), beginning(passage.text()), false, place);
  }

  private static String title(int number, Citation.@Nullable Place place) {
    if (place == null) {
      return number == 0 ? Text.of("sources.nowhere") : Text.of("sources.none", number);
    }
    return place.label().isBlank()
        ? place.name()
        : Text.of("sources.place", place.name(), place.label());
  }

  private static String beginning(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
  }

  private static final int LONGEST = 240;
}
