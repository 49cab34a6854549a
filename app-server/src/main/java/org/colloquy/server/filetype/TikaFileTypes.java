package org.colloquy.server.filetype;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;
import org.colloquy.server.core.attachment.FileTypes;

/// Tells what files are by the signatures that Tika knows. Only the beginning of a file is read; of
/// a ZIP archive, as much as it takes to tell which kind of document it is.
public final class TikaFileTypes implements FileTypes {
  private static final int BEGINNING = 64 * 1024;
  private static final String TEXT = "text/plain";
  private static final String BYTES = "application/octet-stream";
  private static final Set<String> ARCHIVES = Set.of("application/zip", "application/x-tika-ooxml");

  /// Those that Tika calls otherwise than the rest of the world.
  private static final Map<String, String> USUAL =
      Map.of(
          "text/x-web-markdown", "text/markdown",
          "application/x-bibtex-text-file", "application/x-bibtex");

  /// Kinds of texts that only their names tell, and that Tika does not know.
  private static final Map<String, String> BY_NAME =
      Map.of(".ris", "application/x-research-info-systems", ".bib", "application/x-bibtex");

  @Override
  public String of(Supplier<InputStream> content, String name) {
    var beginning = beginning(content);
    if (beginning.length == 0) {
      return textNamed(name, TEXT);
    }
    var bare = tika().detect(beginning);
    if (ARCHIVES.contains(bare)) {
      return new ZipKind(content).type();
    }
    // Everything is a kind of bytes: of those that nobody knows, Tika would believe any name.
    return bare.equals(BYTES) ? bare : textNamed(name, tika().detect(beginning, name));
  }

  private static byte[] beginning(Supplier<InputStream> content) {
    try (var bytes = content.get()) {
      return bytes.readNBytes(BEGINNING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String textNamed(String name, String type) {
    if (type.equals(TEXT)) {
      var small = name.toLowerCase(Locale.ROOT);
      for (var known : BY_NAME.entrySet()) {
        if (small.endsWith(known.getKey())) {
          return known.getValue();
        }
      }
    }
    return USUAL.getOrDefault(type, type);
  }

  /// Read when it is first needed: a start needs none of it.
  private static Tika tika() {
    return Loaded.TIKA;
  }

  private static final class Loaded {
    static final Tika TIKA = new Tika(MimeTypes.getDefaultMimeTypes());
  }
}
