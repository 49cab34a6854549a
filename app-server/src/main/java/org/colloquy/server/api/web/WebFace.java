package org.colloquy.server.api.web;

import java.util.List;
import java.util.stream.Stream;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.PageFiles;
import org.colloquy.server.http.PathTable;

/// The page for people without the app, as a face for everybody: it asks who they are itself.
public final class WebFace {
  /// The languages that the page speaks.
  static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "nb", "zh");

  /// With which formulas are drawn.
  private static final List<String> FONTS =
      List.of(
          "AMS-Regular",
          "Caligraphic-Bold",
          "Caligraphic-Regular",
          "Fraktur-Bold",
          "Fraktur-Regular",
          "Main-Bold",
          "Main-BoldItalic",
          "Main-Italic",
          "Main-Regular",
          "Math-BoldItalic",
          "Math-Italic",
          "SansSerif-Bold",
          "SansSerif-Italic",
          "SansSerif-Regular",
          "Script-Regular",
          "Size1-Regular",
          "Size2-Regular",
          "Size3-Regular",
          "Size4-Regular",
          "Typewriter-Regular");

  /// Everything comes from this server, nothing that is written into the page is run, and only the
  /// library that cleans Markdown may make elements of text.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types dompurify";

  private WebFace() {}

  /// All of it.
  ///
  /// @param mayRegister whether strangers may make accounts for themselves here
  public static Face of(boolean mayRegister) {
    var languages = LANGUAGES.stream().map(language -> language + ".json");
    var files =
        new PageFiles(POLICY)
            .beside(
                WebFace.class,
                Stream.concat(
                        Stream.of(
                            WebRoutes.PAGE,
                            "icon.svg",
                            "page.css",
                            "chat.css",
                            "start.js",
                            "api.js",
                            "chat.js",
                            "choices.js",
                            "composer.js",
                            "conversations.js",
                            "dom.js",
                            "download.js",
                            "drafts.js",
                            "files.js",
                            "formula.js",
                            "invitation.js",
                            "markdown.js",
                            "marks.js",
                            "message.js",
                            "reader.js",
                            "scroll.js",
                            "session.js",
                            "signin.js",
                            "sources.js",
                            "texsyntax.js",
                            "texts.js",
                            "turn.js"),
                        languages)
                    .toArray(String[]::new))
            .from("org.webjars.npm", "marked", "lib/marked.esm.js")
            .from("org.webjars.npm", "dompurify", "dist/purify.es.mjs")
            .from("org.webjars.npm", "katex", "dist/katex.mjs", "dist/katex.min.css");
    var fonts = new PageFiles(POLICY);
    FONTS.forEach(
        font -> fonts.from("org.webjars.npm", "katex", "dist/fonts/KaTeX_" + font + ".woff2"));
    var paths = new PathTable();
    new WebRoutes(files, fonts, mayRegister).addTo(paths);
    return Face.forEverybody("web", paths);
  }
}
