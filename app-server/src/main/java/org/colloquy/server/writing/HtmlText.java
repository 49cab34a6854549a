package org.colloquy.server.writing;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Texts as HTML that is well-formed XML as well, in which nothing is loaded and nothing runs:
/// markup that somebody wrote is shown, not obeyed.
final class HtmlText {
  private static final int DEEPEST = 30;
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .nodeRendererFactory(HtmlLinks::new)
          .attributeProviderFactory(_ -> new Directions())
          .build();

  private HtmlText() {}

  /// What a model wrote.
  static String ofMarkdown(String markdown) {
    return readable(RENDERER.render(PARSER.parse(markdown)));
  }

  /// A text as it stands.
  static String of(String text) {
    return readable(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;"));
  }

  /// The attribute that says in which direction a text is read.
  static String direction(String text) {
    return Directions.fromRight(text) ? " dir=\"rtl\"" : " dir=\"ltr\"";
  }

  /// Without the characters that XML does not know.
  private static String readable(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(character -> clean.appendCodePoint(isKnown(character) ? character : 0xFFFD));
    return clean.toString();
  }

  private static boolean isKnown(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
