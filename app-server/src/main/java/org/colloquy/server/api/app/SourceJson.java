package org.colloquy.server.api.app;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Citation;
import org.colloquy.model.SourcePassage;
import org.colloquy.server.core.citation.AnswerSources;
import org.jspecify.annotations.Nullable;

/// What answers were given with and what they cite, as JSON.
final class SourceJson {
  private SourceJson() {}

  private static @Nullable UUID id(@Nullable AttachmentId file) {
    return file == null ? null : file.value();
  }

  /// @param file null for a document of an agent
  /// @param start in the page's text, in UTF-16 units
  record PassageJson(
      int number,
      @Nullable UUID file,
      String name,
      int page,
      String label,
      int start,
      int end,
      String text) {
    static PassageJson of(SourcePassage passage) {
      return new PassageJson(
          passage.number(),
          id(passage.file()),
          passage.name(),
          passage.page(),
          passage.label(),
          passage.start(),
          passage.end(),
          passage.text());
    }
  }

  /// @param number 0 for a quotation without one
  /// @param markerStart in the answer, in UTF-16 units
  /// @param state `found` or `not-found`
  /// @param place null when the answer names no place that there is
  record CitationJson(
      int number,
      int markerStart,
      int markerEnd,
      String state,
      String quote,
      @Nullable PlaceJson place) {
    static CitationJson of(Citation citation) {
      var place = citation.place();
      return new CitationJson(
          citation.number(),
          citation.markerStart(),
          citation.markerEnd(),
          AppJson.word(citation.state()),
          citation.quote(),
          place == null ? null : PlaceJson.of(place));
    }
  }

  record PlaceJson(@Nullable UUID file, String name, int page, String label, int start, int end) {
    static PlaceJson of(Citation.Place place) {
      return new PlaceJson(
          id(place.file()), place.name(), place.page(), place.label(), place.start(), place.end());
    }
  }

  record AnswerJson(UUID message, List<PassageJson> passages, List<CitationJson> citations) {
    static AnswerJson of(AnswerSources sources) {
      return new AnswerJson(
          sources.answer().value(),
          SourceJson.passages(sources.passages()),
          SourceJson.citations(sources.citations()));
    }
  }

  record SourcesJson(List<AnswerJson> sources) {
    static SourcesJson of(List<AnswerSources> sources) {
      return new SourcesJson(sources.stream().map(AnswerJson::of).toList());
    }
  }

  static List<PassageJson> passages(List<SourcePassage> passages) {
    return passages.stream().map(PassageJson::of).toList();
  }

  static List<CitationJson> citations(List<Citation> citations) {
    return citations.stream().map(CitationJson::of).toList();
  }
}
