package org.colloquy.server.core.bibliography;

import java.util.List;

/// What is said of a publication where it is cited. What is not known is empty.
///
/// @param key how people cite it in their texts, such as `lovelace1843notes`
/// @param kind in the words of the Citation Style Language, such as `article-journal` or `book`
/// @param container the journal or the book that it is in
public record Reference(
    String key,
    String kind,
    String title,
    List<Author> authors,
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
  /// Of which nothing is known.
  public static final Reference NONE =
      new Reference("", "", "", List.of(), "", "", "", "", "", "", "", "", "", "");

  public Reference {
    authors = List.copyOf(authors);
  }

  /// Who wrote it.
  ///
  /// @param family the whole name of a group
  public record Author(String family, String given) {}

  /// The same under another key.
  public Reference withKey(String other) {
    return new Reference(
        other, kind, title, authors, year, container, volume, issue, pages, publisher, doi, isbn,
        arxiv, url);
  }

  /// The same in another journal or book.
  public Reference withContainer(String other) {
    return new Reference(
        key, kind, title, authors, year, other, volume, issue, pages, publisher, doi, isbn, arxiv,
        url);
  }

  /// The same with what another one knows beside.
  public Reference filledFrom(Reference other) {
    return new Reference(
        first(key, other.key),
        first(kind, other.kind),
        first(title, other.title),
        authors.isEmpty() ? other.authors : authors,
        first(year, other.year),
        first(container, other.container),
        first(volume, other.volume),
        first(issue, other.issue),
        first(pages, other.pages),
        first(publisher, other.publisher),
        first(doi, other.doi),
        first(isbn, other.isbn),
        first(arxiv, other.arxiv),
        first(url, other.url));
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }
}
