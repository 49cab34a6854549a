package org.colloquy.server.reference;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colloquy.server.core.bibliography.Reference;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXFormatter;
import org.jbibtex.Key;
import org.jbibtex.StringValue;

/// References as LaTeX wants them.
final class BibTexText {
  private static final Map<String, Key> KINDS =
      Map.of(
          "article-journal", BibTeXEntry.TYPE_ARTICLE,
          "article", BibTeXEntry.TYPE_MISC,
          "book", BibTeXEntry.TYPE_BOOK,
          "chapter", BibTeXEntry.TYPE_INCOLLECTION,
          "paper-conference", BibTeXEntry.TYPE_INPROCEEDINGS,
          "thesis", BibTeXEntry.TYPE_PHDTHESIS,
          "report", BibTeXEntry.TYPE_TECHREPORT);
  private static final Pattern SPECIAL = Pattern.compile("[&%$#_{}]");
  private static final Pattern NO_KEY = Pattern.compile("[\\s,{}\"#%~\\\\()=']");

  private BibTexText() {}

  static String of(List<Reference> references) {
    var database = new BibTeXDatabase();
    references.forEach(reference -> database.addObject(entry(reference)));
    try (var text = new StringWriter()) {
      new BibTeXFormatter().format(database, text);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BibTeXEntry entry(Reference reference) {
    var kind = KINDS.getOrDefault(reference.kind(), BibTeXEntry.TYPE_MISC);
    var key = NO_KEY.matcher(reference.key()).replaceAll("");
    var entry = new BibTeXEntry(kind, new Key(key));
    var authors =
        reference.authors().stream()
            .map(author ->
                author.given().isEmpty()
                    ? "{" + escaped(author.family()) + "}"
                    : escaped(author.family()) + ", " + escaped(author.given()))
            .collect(Collectors.joining(" and "));
    raw(entry, BibTeXEntry.KEY_AUTHOR, authors);
    add(entry, BibTeXEntry.KEY_TITLE, reference.title());
    add(entry, container(kind), reference.container());
    add(entry, BibTeXEntry.KEY_YEAR, reference.year());
    add(entry, BibTeXEntry.KEY_VOLUME, reference.volume());
    add(entry, BibTeXEntry.KEY_NUMBER, reference.issue());
    add(
        entry,
        BibTeXEntry.KEY_PAGES,
        reference.pages().replaceFirst("^(\\w+)[-\u2013](\\w+)$", "$1--$2"));
    add(entry, BibTeXEntry.KEY_PUBLISHER, reference.publisher());
    raw(entry, BibTeXEntry.KEY_DOI, unbraced(reference.doi()));
    add(entry, new Key("isbn"), reference.isbn());
    add(entry, BibTeXEntry.KEY_EPRINT, reference.arxiv());
    add(entry, new Key("archiveprefix"), reference.arxiv().isEmpty() ? "" : "arXiv");
    raw(entry, BibTeXEntry.KEY_URL, unbraced(reference.url()));
    return entry;
  }

  private static Key container(Key kind) {
    return kind.equals(BibTeXEntry.TYPE_ARTICLE) || kind.equals(BibTeXEntry.TYPE_MISC)
        ? BibTeXEntry.KEY_JOURNAL
        : BibTeXEntry.KEY_BOOKTITLE;
  }

  private static void add(BibTeXEntry entry, Key field, String text) {
    raw(entry, field, escaped(text));
  }

  private static void raw(BibTeXEntry entry, Key field, String text) {
    if (!text.isEmpty()) {
      entry.addField(field, new StringValue(text, StringValue.Style.BRACED));
    }
  }

  /// Addresses are not set as text; braces in one would end it.
  private static String unbraced(String address) {
    return address.replace("{", "%7B").replace("}", "%7D");
  }

  private static String escaped(String text) {
    return SPECIAL
        .matcher(text.replace("\\", "\\textbackslash "))
        .replaceAll("\\\\$0")
        .replace("~", "\\textasciitilde ")
        .replace("^", "\\textasciicircum ");
  }
}
