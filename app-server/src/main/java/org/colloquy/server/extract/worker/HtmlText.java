package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.colloquy.server.core.bibliography.Identifiers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The text of a page of the web.
final class HtmlText {
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "table",
          "ul",
          "ol",
          "figure",
          "section",
          "article");
  private static final Map<String, String> FACTS =
      Map.of(
          "citation_title", "title",
          "citation_doi", "doi",
          "dc.identifier", "doi",
          "citation_author", "author",
          "author", "author");

  private HtmlText() {}

  static void read(Path file, TextTaker taker) throws IOException {
    Document page;
    try (var content = Files.newInputStream(file)) {
      page = Jsoup.parse(content, null, "");
    }
    facts(page, taker);
    page.select("script, style, noscript, template, svg, head").remove();
    var text = new StringBuilder();
    page.traverse(new Telling(text));
    taker.all(text.toString().strip());
  }

  private static void facts(Document page, TextTaker taker) {
    for (var meta : page.select("meta[name][content]")) {
      var name = FACTS.get(meta.attr("name").toLowerCase(java.util.Locale.ROOT));
      var value = meta.attr("content");
      if (name != null && (!name.equals("doi") || Identifiers.doi(value).isPresent())) {
        taker.fact(name, name.equals("doi") ? Identifiers.doi(value).orElseThrow() : value);
      }
    }
    taker.fact("title", page.title());
  }

  /// Writes down what is shown, with the ends of lines and paragraphs.
  private static final class Telling implements NodeVisitor {
    private final StringBuilder text;

    Telling(StringBuilder text) {
      this.text = text;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        add(isPreformatted(words) ? words.getWholeText() : words.text());
      } else if (node instanceof Element element) {
        edge(element);
        if (element.normalName().equals("li")) {
          add("- ");
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (isCell(element)) {
          text.append('\t');
        }
        edge(element);
      }
    }

    private static boolean isCell(Element element) {
      return element.normalName().equals("td") || element.normalName().equals("th");
    }

    private static boolean isPreformatted(TextNode words) {
      var parent = words.parent();
      return parent != null && parent.closest("pre") != null;
    }

    private void add(String words) {
      boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
      text.append(atStart && words.startsWith(" ") ? words.substring(1) : words);
    }

    private void edge(Element element) {
      if (isCell(element)) {
        return;
      }
      var name = element.normalName();
      if (PARAGRAPHS.contains(name)) {
        breaks(2);
      } else if (name.equals("br") || name.equals("tr") || name.equals("li") || element.isBlock()) {
        breaks(1);
      }
    }

    private void breaks(int wanted) {
      int length = text.length();
      while (length > 0 && (text.charAt(length - 1) == ' ' || text.charAt(length - 1) == '\t')) {
        length--;
      }
      text.setLength(length);
      int there = 0;
      while (there < length && text.charAt(length - 1 - there) == '\n') {
        there++;
      }
      if (length > 0) {
        text.repeat('\n', Math.max(0, wanted - there));
      }
    }
  }
}
