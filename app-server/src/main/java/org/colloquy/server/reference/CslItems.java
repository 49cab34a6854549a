package org.colloquy.server.reference;

import de.undercouch.citeproc.csl.CSLDateBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLNameBuilder;
import de.undercouch.citeproc.csl.CSLType;
import de.undercouch.citeproc.helper.json.StringJsonBuilderFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.server.core.bibliography.Identifiers;
import org.colloquy.server.core.bibliography.Reference;
import org.colloquy.server.core.bibliography.Reference.Author;
import org.jspecify.annotations.Nullable;

/// References in the words of the Citation Style Language.
final class CslItems {
  private CslItems() {}

  static Reference reference(CSLItemData item) {
    var url = text(item.getURL());
    return new Reference(
        text(item.getId()),
        item.getType() == null ? "" : item.getType().toString(),
        text(item.getTitle()),
        authors(item.getAuthor()),
        year(item),
        text(item.getContainerTitle()),
        text(item.getVolume()),
        issue(item),
        text(item.getPage()),
        text(item.getPublisher()),
        Identifiers.doi(text(item.getDOI())).orElse(""),
        text(item.getISBN()).replaceAll("[^0-9Xx]", "").toUpperCase(Locale.ROOT),
        Identifiers.arxiv(url.replaceFirst("arxiv.org/abs/", "arxiv:")).orElse(""),
        url);
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : said.strip();
  }

  private static String year(CSLItemData item) {
    var issued = item.getIssued();
    if (issued == null) {
      return "";
    }
    var parts = issued.getDateParts();
    return parts != null && parts.length > 0 && parts[0].length > 0
        ? Integer.toString(parts[0][0])
        : Optional.ofNullable(issued.getRaw()).orElse("");
  }

  /// BibTeX calls it the number.
  private static String issue(CSLItemData item) {
    var said = text(item.getIssue());
    boolean isNumbered = said.isEmpty() && item.getType() == CSLType.ARTICLE_JOURNAL;
    return isNumbered ? text(item.getNumber()) : said;
  }

  private static List<Author> authors(CSLName @Nullable [] names) {
    return names == null ? List.of() : Stream.of(names).map(CslItems::author).toList();
  }

  private static Author author(CSLName name) {
    if (name.getLiteral() != null) {
      return new Author(name.getLiteral(), "");
    }
    var family =
        Stream.of(name.getDroppingParticle(), name.getNonDroppingParticle(), name.getFamily())
            .map(CslItems::text)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return new Author(family, text(name.getGiven()));
  }

  static String json(List<Reference> references) {
    return references.stream()
        .map(reference ->
            String.valueOf(
                item(reference).toJson(new StringJsonBuilderFactory().createJsonBuilder())))
        .collect(Collectors.joining(",\n", "[", "]\n"));
  }

  private static CSLItemData item(Reference reference) {
    var item = new CSLItemDataBuilder().id(reference.key()).type(type(reference.kind()));
    item.title(reference.title());
    if (!reference.authors().isEmpty()) {
      item.author(
          reference.authors().stream()
              .map(author ->
                  new CSLNameBuilder().family(author.family()).given(author.given()).build())
              .toArray(CSLName[]::new));
    }
    if (reference.year().matches("\\d{1,4}")) {
      item.issued(new CSLDateBuilder().dateParts(Integer.parseInt(reference.year())).build());
    }
    filled(reference.container()).ifPresent(item::containerTitle);
    filled(reference.volume()).ifPresent(item::volume);
    filled(reference.issue()).ifPresent(item::issue);
    filled(reference.pages()).ifPresent(item::page);
    filled(reference.publisher()).ifPresent(item::publisher);
    filled(reference.doi()).ifPresent(item::DOI);
    filled(reference.isbn()).ifPresent(item::ISBN);
    filled(reference.url()).or(() -> arxiv(reference)).ifPresent(item::URL);
    return item.build();
  }

  static Optional<String> arxiv(Reference reference) {
    return filled(reference.arxiv()).map(id -> "https://arxiv.org/abs/" + id);
  }

  private static Optional<String> filled(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static CSLType type(String kind) {
    return Stream.of(CSLType.values())
        .filter(type -> type.toString().equals(kind))
        .findFirst()
        .orElse(CSLType.DOCUMENT);
  }
}
