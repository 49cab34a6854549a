package org.colloquy.server.core.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Reads texts, whose pages end with form feeds; others it cannot read.
public final class PlainTextExtractor implements Extractor {
  @Override
  public DocumentText extract(InputStream content, String name) {
    var text = text(content);
    if (text.indexOf('\0') >= 0) {
      throw new ProblemException(new Problem.Unavailable("This file is no text."));
    }
    var pages = text.split("\f", -1);
    return new DocumentText(
        "text/plain",
        IntStream.range(0, pages.length).mapToObj(place -> page(place + 1, pages[place])).toList(),
        Map.of(),
        "");
  }

  private static String text(InputStream content) {
    try {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A page without places of its lines.
  public static DocumentText.Page page(int number, String text) {
    return new DocumentText.Page(number, String.valueOf(number), text, 595, 842, List.of());
  }
}
