package org.colloquy.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.document.DocumentText;
import org.colloquy.server.core.document.Extractor;
import org.colloquy.server.core.document.PageImages;
import org.colloquy.server.core.document.Sheets;

/// Reads files in this process: all of them are text, whose pages are apart by form feeds. A file
/// that begins with `broken` cannot be read.
public final class ScriptedFiles implements Extractor, PageImages, Sheets {
  @Override
  public DocumentText extract(InputStream content, String name) {
    var text = text(content);
    if (text.startsWith("broken")) {
      throw new ProblemException(new Problem.Unavailable("The file is damaged."));
    }
    var pages = new ArrayList<DocumentText.Page>();
    for (var page : text.split("\f", -1)) {
      int number = pages.size() + 1;
      pages.add(new DocumentText.Page(number, Integer.toString(number), page, 0, 0, List.of()));
    }
    return new DocumentText("text/plain", pages, Map.of(), "");
  }

  /// The bytes of a sentence that says what was asked for.
  @Override
  public byte[] png(InputStream content, int page, int width) {
    if (page > text(content).split("\f", -1).length) {
      throw new ProblemException(new Problem.NotFound("page"));
    }
    return ("page " + page + ", " + width + " wide").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<String> names(InputStream content) {
    return List.of("Sheet");
  }

  @Override
  public void csv(InputStream content, String sheet, Writer out) {
    try {
      out.write(text(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(InputStream content) {
    try {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
