package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.colloquy.desktop.ui.parts.markdown.Inline.Style;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
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
  private static final Pattern NOTE = Pattern.compile("\\[\\^([\\p{L}\\p{N}_.*-]{1,40})\\]");

  private final List<Inline> runs = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private Set<Style> wordStyles = Set.of();
  private final int base;
  private int start = -1;
  private int end = -1;

  private InlineReader(int base) {
    this.base = base;
  }

  /// @param base where the text that was read begins in the whole
  static List<Inline> read(Node block, int base) {
    var reader = new InlineReader(base);
    reader.children(block, Set.of());
    reader.close();
    return reader.runs;
  }

  private void children(Node parent, Set<Style> styles) {
    MarkdownReader.children(parent).forEach(node -> node(node, styles));
  }

  private void node(Node node, Set<Style> styles) {
    switch (node) {
      case Text text -> say(text, text.getLiteral(), styles);
      case Code code -> say(code, code.getLiteral(), with(styles, Style.CODE));
      case SoftLineBreak _ -> breakLine(" ", styles);
      case HardLineBreak _ -> breakLine("\n", styles);
      case StrongEmphasis strong -> children(strong, with(styles, Style.STRONG));
      case Emphasis emphasis -> children(emphasis, with(styles, Style.EMPHASIS));
      case MathInline math -> add(new Inline.Equation(math.text(), math.formula()));
      case HtmlInline html -> say(html, html.getLiteral(), styles);
      case Link link -> link(link, link.getDestination(), styles);
      case Image image ->
          add(
              new Inline.Picture(
                  words(image, image.getDestination()), image.getDestination(), styles));
      case Strikethrough struck -> children(struck, with(styles, Style.STRUCK));
      default -> children(node, styles);
    }
  }

  private static Set<Style> with(Set<Style> styles, Style more) {
    var all = EnumSet.of(more);
    all.addAll(styles);
    return all;
  }

  private void say(Node node, String text, Set<Style> styles) {
    var spans = node.getSourceSpans();
    var from = spans.isEmpty() ? -1 : base + spans.getFirst().getInputIndex();
    var to =
        spans.isEmpty() ? -1 : base + spans.getLast().getInputIndex() + spans.getLast().getLength();
    say(text, styles, from, to);
  }

  /// The end of a line is where its words end.
  private void breakLine(String text, Set<Style> styles) {
    say(text, styles, end, end < 0 ? -1 : end + 1);
  }

  /// Words that follow each other in the text are one run, as long as each character stands for
  /// itself.
  private void say(String text, Set<Style> styles, int from, int to) {
    boolean exact = from >= 0 && to - from == text.length();
    boolean follows = words.isEmpty() || (exact && isExact() && from == end);
    if (!styles.equals(wordStyles) || !follows) {
      close();
      wordStyles = styles;
    }
    if (words.isEmpty()) {
      start = from;
    }
    words.append(text);
    end = to;
  }

  private boolean isExact() {
    return start >= 0 && end - start == words.length();
  }

  private void add(Inline run) {
    close();
    runs.add(run);
  }

  private void link(Node node, String address, Set<Style> styles) {
    add(new Inline.Link(words(node, address), address, styles));
  }

  private String words(Node node, String otherwise) {
    var text = new StringBuilder();
    read(node, base).forEach(run -> text.append(run.text()));
    return text.isEmpty() ? otherwise : text.toString();
  }

  /// Numbers of footnotes are no words, whether their notes were already written or not: these
  /// stand further below.
  private void divide(Inline.Words whole) {
    var from = 0;
    if (!whole.styles().contains(Style.CODE)) {
      var note = NOTE.matcher(whole.text());
      while (note.find()) {
        if (note.start() > from) {
          runs.add(whole.part(from, note.start()));
        }
        runs.add(new Inline.NoteMark(note.group(1)));
        from = note.end();
      }
    }
    if (from < whole.text().length()) {
      runs.add(from == 0 ? whole : whole.part(from, whole.text().length()));
    }
  }

  private void close() {
    if (!words.isEmpty()) {
      divide(new Inline.Words(words.toString(), wordStyles, start, end));
      words.setLength(0);
    }
    start = -1;
    end = -1;
  }
}
