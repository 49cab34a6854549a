package org.colloquy.server.reference;

import java.util.List;
import java.util.Map;
import org.colloquy.server.core.bibliography.Reference;

/// References as reference managers exchange them.
final class RisText {
  private static final Map<String, String> KINDS =
      Map.of(
          "article-journal", "JOUR",
          "book", "BOOK",
          "chapter", "CHAP",
          "paper-conference", "CPAPER",
          "thesis", "THES",
          "report", "RPRT",
          "webpage", "ELEC",
          "dataset", "DATA");

  private final StringBuilder text = new StringBuilder();

  private RisText() {}

  static String of(List<Reference> references) {
    var ris = new RisText();
    references.forEach(ris::add);
    return ris.text.toString();
  }

  private void add(Reference reference) {
    line("TY", KINDS.getOrDefault(reference.kind(), "GEN"));
    line("ID", reference.key());
    for (var author : reference.authors()) {
      line(
          "AU",
          author.given().isEmpty() ? author.family() : author.family() + ", " + author.given());
    }
    line("TI", reference.title());
    line("T2", reference.container());
    line("PY", reference.year());
    line("VL", reference.volume());
    line("IS", reference.issue());
    var pages = reference.pages().split("[-\u2013]+", 2);
    line("SP", pages[0]);
    line("EP", pages.length > 1 ? pages[1] : "");
    line("PB", reference.publisher());
    line("DO", reference.doi());
    line("SN", reference.isbn());
    line("UR", reference.url().isEmpty() ? CslItems.arxiv(reference).orElse("") : reference.url());
    text.append("ER  - \r\n\r\n");
  }

  private void line(String tag, String value) {
    if (!value.isBlank()) {
      text.append(tag).append("  - ").append(value.strip().replaceAll("\\s+", " ")).append("\r\n");
    }
  }
}
