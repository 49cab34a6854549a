package org.colloquy.desktop.ui.parts.markdown;

import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/// The first words of a Markdown text in one line, without its signs. Formulas and tables stand as
/// they were written.
public final class MarkdownWords {
  private static final Parser PARSER = Parser.builder().build();
  private static final TextContentRenderer RENDERER =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.STRIP).build();
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private MarkdownWords() {}

  /// Ends with an ellipsis where something is left out.
  ///
  /// @param most characters, at least 2; twice as many of the text are looked at
  public static String first(String markdown, int most) {
    int looked = Math.min(markdown.length(), 2 * most);
    var words = RENDERER.render(PARSER.parse(markdown.substring(0, looked)));
    var line = SPACES.matcher(words).replaceAll(" ").strip();
    if (line.length() <= most && looked == markdown.length()) {
      return line;
    }
    return cut(line, Math.min(line.length(), most)) + " …";
  }

  /// Not within a word, if there is more than one, nor within a character.
  private static String cut(String line, int most) {
    int space = line.lastIndexOf(' ', most);
    int end = space > most / 2 ? space : most;
    boolean within = end < line.length() && Character.isLowSurrogate(line.charAt(end));
    return line.substring(0, within ? end - 1 : end);
  }
}
