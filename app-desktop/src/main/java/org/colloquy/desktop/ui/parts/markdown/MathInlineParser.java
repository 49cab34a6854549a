package org.colloquy.desktop.ui.parts.markdown;

import java.util.Set;
import java.util.regex.Pattern;
import org.colloquy.desktop.ui.parts.math.Formula;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/// Reads a formula in a line: `$…$`, `$$…$$`, `\(…\)` or `\[…\]`. Amounts of money are none: behind
/// the first dollar and before the second one stands no blank, and behind the second one no digit.
final class MathInlineParser implements InlineContentParser {
  private static final int LONGEST = 2_000;

  /// "5 apples and 3": begins with a number and has words, but nothing that only formulas have.
  private static final Pattern MONEY = Pattern.compile("\\d[^\\\\^_={}]*[a-zA-Z]{2}[^\\\\^_={}]*");

  /// One for each place.
  static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$', '\\');
    }

    @Override
    public InlineContentParser create() {
      return new MathInlineParser();
    }
  }

  private enum Signs {
    ROUND("\\(", "\\)"),
    SQUARE("\\[", "\\]"),
    DOLLARS("$$", "$$"),
    DOLLAR("$", "$");

    private final String opening;
    private final String closing;

    Signs(String opening, String closing) {
      this.opening = opening;
      this.closing = closing;
    }

    boolean large() {
      return this == SQUARE || this == DOLLARS;
    }
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    var scanner = state.scanner();
    boolean inDollars = scanner.peekPreviousCodePoint() == '$';
    for (var signs : Signs.values()) {
      if (scanner.next(signs.opening)) {
        var tex = inDollars ? null : inside(scanner, signs);
        return tex == null || !isFormula(tex, signs)
            ? ParsedInline.none()
            : ParsedInline.of(
                new MathInline(
                    signs.opening + tex + signs.closing, new Formula(tex.strip(), signs.large())),
                scanner.position());
      }
    }
    return ParsedInline.none();
  }

  /// What stands before the closing signs, which are passed; null if there are none.
  private static @Nullable String inside(Scanner scanner, Signs signs) {
    var tex = new StringBuilder();
    while (scanner.hasNext() && tex.length() < LONGEST) {
      if (scanner.next(signs.closing)) {
        boolean ends = signs != Signs.DOLLAR || endsHere(tex, scanner.peek());
        return ends ? tex.toString() : null;
      }
      if (scanner.peek() == '\\') {
        tex.append('\\');
        scanner.next();
      }
      if (scanner.hasNext()) {
        tex.append(scanner.peek());
        scanner.next();
      }
    }
    return null;
  }

  private static boolean endsHere(StringBuilder tex, char behind) {
    return !tex.isEmpty()
        && !Character.isWhitespace(tex.charAt(tex.length() - 1))
        && !Character.isDigit(behind)
        && behind != '$';
  }

  private static boolean isFormula(String tex, Signs signs) {
    if (tex.isBlank() || tex.indexOf('`') >= 0) {
      return false;
    }
    return signs != Signs.DOLLAR
        || (!Character.isWhitespace(tex.charAt(0)) && !MONEY.matcher(tex).matches());
  }
}
