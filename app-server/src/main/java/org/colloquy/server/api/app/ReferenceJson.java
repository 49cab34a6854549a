package org.colloquy.server.api.app;

import java.util.List;
import java.util.UUID;
import org.colloquy.server.core.bibliography.Entry;
import org.colloquy.server.core.bibliography.Reference;
import org.jspecify.annotations.Nullable;

/// What a file is as a publication. What is not known is empty.
///
/// @param origin whose words these are: `found`, `listed`, `looked-up` or `person`
record ReferenceJson(
    UUID file,
    String origin,
    String key,
    String kind,
    String title,
    List<Reference.Author> authors,
    String year,
    String container,
    String volume,
    String issue,
    String pages,
    String publisher,
    String doi,
    String isbn,
    String arxiv,
    String url) {
  static ReferenceJson of(Entry entry) {
    var reference = entry.reference();
    return new ReferenceJson(
        entry.file().value(),
        AppJson.word(entry.origin()),
        reference.key(),
        reference.kind(),
        reference.title(),
        reference.authors(),
        reference.year(),
        reference.container(),
        reference.volume(),
        reference.issue(),
        reference.pages(),
        reference.publisher(),
        reference.doi(),
        reference.isbn(),
        reference.arxiv(),
        reference.url());
  }

  record ReferencesJson(List<ReferenceJson> references) {
    static ReferencesJson of(List<Entry> entries) {
      return new ReferencesJson(entries.stream().map(ReferenceJson::of).toList());
    }
  }

  /// What a person says that a file is; what is left out is empty.
  record CorrectionBody(
      @Nullable String key,
      @Nullable String kind,
      @Nullable String title,
      @Nullable List<@Nullable AuthorBody> authors,
      @Nullable String year,
      @Nullable String container,
      @Nullable String volume,
      @Nullable String issue,
      @Nullable String pages,
      @Nullable String publisher,
      @Nullable String doi,
      @Nullable String isbn,
      @Nullable String arxiv,
      @Nullable String url) {
    Reference reference() {
      return new Reference(
          text(key),
          text(kind),
          text(title),
          authors == null
              ? List.of()
              : authors.stream().map(one -> AppBodies.required(one, "authors").author()).toList(),
          text(year),
          text(container),
          text(volume),
          text(issue),
          text(pages),
          text(publisher),
          text(doi),
          text(isbn),
          text(arxiv),
          text(url));
    }
  }

  /// Who wrote it; a group has no given name.
  record AuthorBody(@Nullable String family, @Nullable String given) {
    Reference.Author author() {
      return new Reference.Author(text(family), text(given));
    }
  }

  /// @param doi asked for; the one that is known when left out
  record LookUpBody(@Nullable String doi) {}

  private static String text(@Nullable String said) {
    return said == null ? "" : said.strip();
  }
}
