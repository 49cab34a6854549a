package org.colloquy.desktop.ui.parts.markdown;

import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/// Reads a footnote: `[^1]: words`, and what is indented below it.
final class NoteBlockParser extends AbstractBlockParser {
  private static final int INDENT = 4;
  private static final Pattern BEGIN = Pattern.compile("\\[\\^([\\p{L}\\p{N}_.*-]{1,40})\\]:");

  /// Finds where one begins.
  static final class Start extends AbstractBlockParserFactory {
    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      var line = state.getLine().getContent();
      var found = BEGIN.matcher(line).region(state.getNextNonSpaceIndex(), line.length());
      return state.getIndent() < INDENT && found.lookingAt()
          ? BlockStart.of(new NoteBlockParser(found.group(1))).atIndex(found.end())
          : BlockStart.none();
    }
  }

  private final NoteBlock block;

  private NoteBlockParser(String label) {
    block = new NoteBlock(label);
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block child) {
    return true;
  }

  @Override
  public @Nullable BlockContinue tryContinue(ParserState state) {
    if (state.isBlank()) {
      return BlockContinue.atIndex(state.getNextNonSpaceIndex());
    }
    return state.getIndent() >= INDENT
        ? BlockContinue.atColumn(state.getColumn() + INDENT)
        : BlockContinue.none();
  }
}
