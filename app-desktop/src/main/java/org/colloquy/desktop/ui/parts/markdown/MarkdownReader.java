package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.colloquy.desktop.ui.parts.markdown.Block.Cell;
import org.colloquy.desktop.ui.parts.markdown.Block.Item;
import org.colloquy.desktop.ui.parts.markdown.Block.Side;
import org.colloquy.desktop.ui.parts.markdown.Block.Task;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads Markdown into blocks.
final class MarkdownReader {
  private static final Pattern TASK = Pattern.compile("\\[[ xX]\\] ");
  private static final int BOX = 4;

  static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), StrikethroughExtension.create());

  static final Parser PARSER =
      Parser.builder()
          .customBlockParserFactory(new MathBlockStart())
          .customBlockParserFactory(new NoteBlockParser.Start())
          .customInlineContentParserFactory(new MathInlineParser.Factory())
          .extensions(EXTENSIONS)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  private final int base;

  private MarkdownReader(int base) {
    this.base = base;
  }

  /// A block and where it stands.
  ///
  /// @param start where the block's first line begins in the text that was read
  record Placed(Block block, int start) {}

  /// @param base where the text begins in the whole
  static List<Placed> read(String text, int base) {
    return new MarkdownReader(base).placed(text);
  }

  private List<Placed> placed(String text) {
    var placed = new ArrayList<Placed>();
    for (var node : children(PARSER.parse(text))) {
      var spans = node.getSourceSpans();
      if (!spans.isEmpty()) {
        var start = lineStart(text, spans.getFirst().getInputIndex());
        block(node).forEach(block -> placed.add(new Placed(block, start)));
      }
    }
    return placed;
  }

  /// An indented block begins with its indentation.
  private static int lineStart(String text, int index) {
    return text.lastIndexOf('\n', index - 1) + 1;
  }

  private List<Block> blocks(Node parent) {
    var blocks = new ArrayList<Block>();
    children(parent).forEach(node -> blocks.addAll(block(node)));
    return blocks;
  }

  /// None for what has nothing to show, such as the definition of a link.
  private List<Block> block(Node node) {
    return switch (node) {
      case org.commonmark.node.Paragraph paragraph -> paragraphs(paragraph);
      case org.commonmark.node.Heading heading ->
          List.of(new Block.Heading(heading.getLevel(), InlineReader.read(heading, base)));
      case FencedCodeBlock code -> List.of(new Block.Code(language(code), code(code.getLiteral())));
      case IndentedCodeBlock code -> List.of(new Block.Code("", code(code.getLiteral())));
      case HtmlBlock html -> List.of(new Block.Code("html", code(html.getLiteral())));
      case MathBlock math -> math(math);
      case BlockQuote quote -> List.of(new Block.Quote(blocks(quote)));
      case BulletList list -> List.of(new Block.Items(0, items(list)));
      case OrderedList list -> List.of(new Block.Items(first(list), items(list)));
      case TableBlock table -> List.of(new Block.Table(rows(table)));
      case NoteBlock note -> List.of(new Block.Note(note.label(), blocks(note)));
      case ThematicBreak _ -> List.of(new Block.Rule());
      default -> List.of();
    };
  }

  /// What turned out to be none is read as the words that it is; what may become one waits.
  private List<Block> math(MathBlock math) {
    return switch (math.ending()) {
      case CLOSED -> List.of(new Block.Equation(math.text(), math.formula()));
      case OPEN -> List.of(new Block.Paragraph(List.of(new Inline.Words(math.text(), Set.of()))));
      case NONE -> paragraphs(math);
    };
  }

  private List<Block> paragraphs(Node node) {
    return LongText.inPieces(InlineReader.read(node, base)).stream()
        .<Block>map(Block.Paragraph::new)
        .toList();
  }

  private static int first(OrderedList list) {
    var number = list.getMarkerStartNumber();
    return number == null || number < 1 ? 1 : number;
  }

  private static String language(FencedCodeBlock code) {
    var info = code.getInfo();
    return info == null ? "" : info.strip().split("\\s", 2)[0];
  }

  private static String code(String literal) {
    return literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
  }

  private List<Item> items(Node list) {
    return children(list).stream().map(item -> item(blocks(item))).toList();
  }

  private static Item item(List<Block> content) {
    if (!content.isEmpty()
        && content.getFirst() instanceof Block.Paragraph(var runs)
        && !runs.isEmpty()
        && runs.getFirst() instanceof Inline.Words words
        && TASK.matcher(words.text()).lookingAt()) {
      var rest = new ArrayList<>(runs);
      rest.set(0, words.part(BOX, words.text().length()));
      var changed = new ArrayList<>(content);
      changed.set(0, new Block.Paragraph(rest));
      return new Item(changed, words.text().charAt(1) == ' ' ? Task.OPEN : Task.DONE);
    }
    return new Item(content, Task.NONE);
  }

  private List<List<Cell>> rows(Node table) {
    var rows = new ArrayList<List<Cell>>();
    for (var part : children(table)) {
      for (var row : children(part)) {
        if (row instanceof TableRow) {
          rows.add(children(row).stream().map(this::cell).toList());
        }
      }
    }
    return rows;
  }

  private Cell cell(Node node) {
    var alignment = node instanceof TableCell cell ? cell.getAlignment() : null;
    var side =
        switch (alignment) {
          case CENTER -> Side.CENTER;
          case RIGHT -> Side.RIGHT;
          case LEFT -> Side.LEFT;
          case null -> Side.LEFT;
        };
    return new Cell(InlineReader.read(node, base), side);
  }

  static List<Node> children(Node parent) {
    var children = new ArrayList<Node>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      children.add(node);
    }
    return children;
  }
}
