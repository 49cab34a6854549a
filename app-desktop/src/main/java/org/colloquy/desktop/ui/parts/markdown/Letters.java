package org.colloquy.desktop.ui.parts.markdown;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.SelectableText;

/// What blocks show as letters, text by text as on the screen, without a screen.
public final class Letters {
  private Letters() {}

  public static List<String> of(List<Block> blocks) {
    return blocks.stream().flatMap(Letters::of).toList();
  }

  private static Stream<String> of(Block block) {
    return switch (block) {
      case Block.Paragraph(var content) -> Stream.of(line(content));
      case Block.Heading(_, var content) -> Stream.of(line(content));
      case Block.Code(_, var text) -> Stream.of(code(text));
      case Block.Equation _ -> Stream.of(SelectableText.DRAWN);
      case Block.Quote(var content) -> of(content).stream();
      case Block.Items(_, var items) -> items.stream().flatMap(item -> of(item.content()).stream());
      case Block.Note(_, var content) -> of(content).stream();
      case Block.Table(var rows) ->
          rows.stream().flatMap(List::stream).map(cell -> line(cell.content()));
      case Block.Rule _ -> Stream.empty();
    };
  }

  static String code(String text) {
    return text.replace("\t", "    ");
  }

  private static String line(List<Inline> runs) {
    return runs.stream().map(Letters::letters).collect(Collectors.joining());
  }

  static String letters(Inline run) {
    return switch (run) {
      case Inline.Words words -> words.text();
      case Inline.Mark mark -> mark.text();
      case Inline.NoteMark mark -> mark.text();
      case Inline.Equation _ -> SelectableText.DRAWN;
      case Inline.Link link -> label(link.text(), link.address());
      case Inline.Picture picture ->
          label(Text.of("chat.picture", picture.text()), picture.address());
    };
  }

  private static String label(String words, String address) {
    var target = LinkTarget.of(address);
    return target == null ? words : target.label(words);
  }
}
