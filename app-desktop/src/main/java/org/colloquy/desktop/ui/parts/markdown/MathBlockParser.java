package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.desktop.ui.parts.markdown.MathBlock.Ending;
import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/// Reads a formula in lines of its own. An empty line in it, or words behind its end, say that it
/// is none.
final class MathBlockParser extends AbstractBlockParser {
  private final MathBlock block = new MathBlock();
  private final List<SourceLine> lines = new ArrayList<>();
  private final SourceLine first;
  private final String closer;
  private Ending ending = Ending.OPEN;

  /// @param first its first line, with the signs that open it
  MathBlockParser(SourceLine first, String closer) {
    this.first = first;
    this.closer = closer;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public @Nullable BlockContinue tryContinue(ParserState state) {
    if (ending == Ending.OPEN && state.isBlank()) {
      ending = Ending.NONE;
    }
    return ending == Ending.OPEN ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
  }

  @Override
  public void addLine(SourceLine line) {
    var added = lines.isEmpty() ? first : line;
    var said = added.getContent().toString().strip();
    var end = said.indexOf(closer, lines.isEmpty() ? 2 : 0);
    lines.add(added);
    if (end >= 0) {
      ending = end == said.length() - 2 ? Ending.CLOSED : Ending.NONE;
    }
  }

  @Override
  public void closeBlock() {
    var text = SourceLines.of(lines).getContent().strip();
    boolean empty = ending == Ending.CLOSED && text.substring(2, text.length() - 2).isBlank();
    ending = empty ? Ending.NONE : ending;
    block.end(text, ending);
  }

  @Override
  public void parseInlines(InlineParser parser) {
    if (ending == Ending.NONE) {
      parser.parse(SourceLines.of(lines), block);
    }
  }
}
