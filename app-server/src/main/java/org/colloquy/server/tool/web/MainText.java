package org.colloquy.server.tool.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Finds what a page has to say among its menus, and leaves out what its readers cannot see.
final class MainText {
  private static final String BESIDE_THE_POINT =
      "script, style, noscript, template, iframe, object, svg, canvas, nav, aside, footer, header,"
          + " menu, dialog, button, select, textarea, input, datalist,"
          + " [role=navigation], [role=banner], [role=contentinfo], [role=complementary],"
          + " [role=search], [role=menu], [role=dialog], [role=alert]";
  private static final String HIDDEN =
      "[hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none],"
          + " [style~=(?i)visibility\\s*:\\s*hidden], [style~=(?i)font-size\\s*:\\s*0],"
          + " [style~=(?i)opacity\\s*:\\s*0(\\.0*)?\\s*(;|$)]";
  private static final String MAIN = "article, main, [role=main], [itemprop=articleBody]";

  /// With less than this share of the page's text an article is only one of many things on it.
  private static final double ENOUGH = 0.3;

  private MainText() {}

  /// Its paragraphs, until there are this many characters. Changes the document.
  static List<String> of(Document document, int most) {
    document.select(BESIDE_THE_POINT).remove();
    document.select(HIDDEN).remove();
    var paragraphs = new Paragraphs();
    main(document).traverse(paragraphs);
    return paragraphs.found(most);
  }

  private static Element main(Document document) {
    var body = document.body();
    return body.select(MAIN).stream()
        .max(Comparator.comparingInt(MainText::length))
        .filter(main -> length(main) >= length(body) * ENOUGH)
        .orElse(body);
  }

  private static int length(Element element) {
    return element.text().length();
  }

  /// Cuts a page where its blocks begin and end.
  private static final class Paragraphs implements NodeVisitor {
    /// A block that consists of links by more than this is a menu.
    private static final double MOSTLY_LINKS = 0.6;

    private final List<String> found = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();
    private int linked;
    private int insideLinks;
    private int insideCode;

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case TextNode text -> add(text);
        case Element element -> enter(element);
        default -> {}
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (element.nameIs("a")) {
          insideLinks--;
        }
        if (element.nameIs("pre")) {
          end();
          insideCode--;
        } else if (parts(element)) {
          end();
        }
      }
    }

    List<String> found(int most) {
      end();
      var kept = new ArrayList<String>();
      int length = 0;
      for (var paragraph : found) {
        length += paragraph.length();
        if (length > most) {
          break;
        }
        kept.add(paragraph);
      }
      return kept;
    }

    private void enter(Element element) {
      if (element.nameIs("a")) {
        insideLinks++;
      }
      if (parts(element)) {
        end();
      }
      if (element.nameIs("pre")) {
        insideCode++;
      }
      if (element.nameIs("td") || element.nameIs("th")) {
        block.append(block.isEmpty() ? "" : " | ");
      }
    }

    private void add(TextNode text) {
      var words = insideCode > 0 ? text.getWholeText() : text.text();
      block.append(words);
      linked += insideLinks > 0 ? words.strip().length() : 0;
    }

    /// Whether it stands on lines of its own. A table's row does, its cells do not.
    private boolean parts(Element element) {
      return insideCode == 0
          && (element.nameIs("br") || element.isBlock())
          && !element.nameIs("td")
          && !element.nameIs("th");
    }

    private void end() {
      var text = PlainText.visible(block.toString()).strip();
      var paragraph = insideCode > 0 ? text : text.replaceAll("\\s+", " ");
      if (!paragraph.isEmpty() && linked <= paragraph.length() * MOSTLY_LINKS) {
        found.add(paragraph);
      }
      block.setLength(0);
      linked = 0;
    }
  }
}
