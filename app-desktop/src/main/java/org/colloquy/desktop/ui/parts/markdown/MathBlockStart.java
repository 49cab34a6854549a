package org.colloquy.desktop.ui.parts.markdown;

import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/// Finds where a formula in lines of its own begins: with `$$` or `\[`, and nothing behind its end.
final class MathBlockStart extends AbstractBlockParserFactory {
  private static final int CODE = 4;

  @Override
  public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    var line = state.getLine();
    var from = state.getNextNonSpaceIndex();
    var rest = line.getContent().subSequence(from, line.getContent().length()).toString();
    var closer = closer(rest);
    if (state.getIndent() >= CODE || closer.isEmpty() || leaves(rest.strip(), closer)) {
      return BlockStart.none();
    }
    var first = line.substring(from, line.getContent().length());
    return BlockStart.of(new MathBlockParser(first, closer)).atIndex(from + 2);
  }

  private static String closer(String rest) {
    return rest.startsWith("$$") ? "$$" : rest.startsWith("\\[") ? "\\]" : "";
  }

  /// Whether it ends before its line does, or says nothing in it: that is a part of a paragraph.
  private static boolean leaves(String rest, String closer) {
    var end = rest.indexOf(closer, 2);
    return end == 2 || (end >= 0 && end != rest.length() - 2);
  }
}
