package org.colloquy.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.document.PageImages;

/// Draws pages in this process: every file is text, whose pages are apart by form feeds.
public final class ScriptedFiles implements PageImages {
  /// The bytes of a sentence that says what was asked for.
  @Override
  public byte[] png(InputStream content, int page, int width) {
    if (page > text(content).split("\f", -1).length) {
      throw new ProblemException(new Problem.NotFound("page"));
    }
    return ("page " + page + ", " + width + " wide").getBytes(StandardCharsets.UTF_8);
  }

  private static String text(InputStream content) {
    try {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
