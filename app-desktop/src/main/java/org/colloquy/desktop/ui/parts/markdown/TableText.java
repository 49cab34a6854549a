package org.colloquy.desktop.ui.parts.markdown;

import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.desktop.ui.parts.data.CsvText;

/// A table as other programs read it.
final class TableText {
  private TableText() {}

  static String csv(Block.Table table) {
    return CsvText.of(table.rows().stream().map(TableText::words).toList());
  }

  private static List<String> words(List<Block.Cell> row) {
    return row.stream()
        .map(cell -> cell.content().stream().map(Inline::text).collect(Collectors.joining()))
        .toList();
  }

  static String markdown(Block.Table table) {
    var text = new StringBuilder();
    for (var row : table.rows()) {
      var first = text.isEmpty();
      text.append(
          row.stream().map(TableText::marked).collect(Collectors.joining(" | ", "| ", " |\n")));
      if (first) {
        text.append(row.stream().map(TableText::line).collect(Collectors.joining("|", "|", "|\n")));
      }
    }
    return text.toString();
  }

  private static String line(Block.Cell head) {
    return switch (head.side()) {
      case LEFT -> "---";
      case CENTER -> ":---:";
      case RIGHT -> "---:";
    };
  }

  private static String marked(Block.Cell cell) {
    return cell.content().stream()
        .map(TableText::marked)
        .collect(Collectors.joining())
        .replace("|", "\\|")
        .replace('\n', ' ');
  }

  private static String marked(Inline run) {
    return switch (run) {
      case Inline.Words words -> styled(words);
      case Inline.Link link -> "[" + link.text() + "](" + link.address() + ")";
      case Inline.Picture picture -> "![" + picture.text() + "](" + picture.address() + ")";
      case Inline.NoteMark mark -> "[^" + mark.text() + "]";
      case Inline.Mark _, Inline.Equation _ -> run.text();
    };
  }

  private static String styled(Inline.Words words) {
    var signs = words.styles().stream().sorted().map(TableText::sign).toList();
    return String.join("", signs) + words.text() + String.join("", signs.reversed());
  }

  private static String sign(Inline.Style style) {
    return switch (style) {
      case STRONG -> "**";
      case EMPHASIS -> "*";
      case STRUCK -> "~~";
      case CODE -> "`";
    };
  }
}
