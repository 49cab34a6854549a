package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.desktop.ui.parts.markdown.Inline.Style;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Reads the runs of text inside one block.
final class InlineReader {
  private final List<Inline> runs = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private Set<Style> wordStyles = Set.of();

  private InlineReader() {}

  static List<Inline> read(Node block) {
    var reader = new InlineReader();
    reader.children(block, Set.of());
    reader.close();
    return reader.runs;
  }

  private void children(Node parent, Set<Style> styles) {
    MarkdownReader.children(parent).forEach(node -> node(node, styles));
  }

  private void node(Node node, Set<Style> styles) {
    switch (node) {
      case Text text -> say(text.getLiteral(), styles);
      case Code code -> say(code.getLiteral(), with(styles, Style.CODE));
      case SoftLineBreak _ -> say(" ", styles);
      case HardLineBreak _ -> say("\n", styles);
      case StrongEmphasis strong -> children(strong, with(styles, Style.STRONG));
      case Emphasis emphasis -> children(emphasis, with(styles, Style.EMPHASIS));
      case HtmlInline html -> say(html.getLiteral(), styles);
      case Link link -> link(link, link.getDestination(), styles);
      // An image is never fetched: that would tell a stranger that it was read.
      case Image image -> link(image, image.getDestination(), styles);
      default -> children(node, styles);
    }
  }

  private static Set<Style> with(Set<Style> styles, Style more) {
    var all = EnumSet.of(more);
    all.addAll(styles);
    return all;
  }

  private void say(String text, Set<Style> styles) {
    if (!styles.equals(wordStyles)) {
      close();
      wordStyles = styles;
    }
    words.append(text);
  }

  private void link(Node node, String address, Set<Style> styles) {
    close();
    var text = new StringBuilder();
    read(node).forEach(run -> text.append(run.text()));
    runs.add(new Inline.Link(text.isEmpty() ? address : text.toString(), address, styles));
  }

  private void close() {
    if (!words.isEmpty()) {
      runs.add(new Inline.Words(words.toString(), wordStyles));
      words.setLength(0);
    }
  }
}
