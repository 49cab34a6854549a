package org.colloquy.server.transcript;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.importing.TranscriptReader;
import org.colloquy.server.core.importing.TranscriptTaker;

/// Tells what kind of file it is by its content, and reads it.
public final class TranscriptFiles implements TranscriptReader {
  private static final int LONGEST_PAGE = 64 * 1024 * 1024;
  private static final int LOOKED_AT = 64;
  private static final String ENTRY =
      "conversations(-\\d+)?\\.json|chat-export[^/]*\\.json|.+\\.colloquy(\\.json)?";

  private final Path folder;

  private TranscriptFiles(Path folder) {
    this.folder = folder;
  }

  /// Keeps archives in this folder while they are read. What an earlier process left there is
  /// removed.
  ///
  /// @param folder made when it is needed
  public static TranscriptFiles in(Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        try (var left = Files.newDirectoryStream(folder)) {
          for (var file : left) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TranscriptFiles(folder);
  }

  @Override
  public void read(InputStream content, String name, TranscriptTaker taker) {
    var buffered = new BufferedInputStream(content);
    try {
      buffered.mark(LOOKED_AT);
      var begin = new String(buffered.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
      buffered.reset();
      if (begin.startsWith("PK")) {
        readArchive(buffered, taker);
      } else if (begin.replaceFirst("^\u00EF\u00BB\u00BF", "").strip().matches("(?s)[\\[{].*")) {
        readJson(buffered, taker);
      } else {
        readPage(buffered, name, taker);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readJson(InputStream content, TranscriptTaker taker) throws IOException {
    var reading = new JsonTranscripts(taker);
    reading.read(content);
    if (!reading.found()) {
      throw unknown();
    }
  }

  private static void readPage(InputStream content, String name, TranscriptTaker taker)
      throws IOException {
    var bytes = content.readNBytes(LONGEST_PAGE + 1);
    if (bytes.length > LONGEST_PAGE) {
      throw unknown();
    }
    var text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    taker.transcript(MarkdownTranscript.of(text, name).orElseThrow(TranscriptFiles::unknown));
  }

  private void readArchive(InputStream content, TranscriptTaker taker) throws IOException {
    Files.createDirectories(folder);
    var kept = Files.createTempFile(folder, "import", ".zip");
    try {
      try (var out = Files.newOutputStream(kept)) {
        content.transferTo(out);
      }
      try (var zip = new ZipFile(kept.toFile())) {
        readArchive(zip, taker);
      } catch (ZipException e) {
        throw new ProblemException(
            new Problem.Invalid("file", "This ZIP file is damaged or not complete."), e);
      }
    } finally {
      Files.delete(kept);
    }
  }

  private static void readArchive(ZipFile zip, TranscriptTaker taker) throws IOException {
    var known = zip.getEntry(OwnExport.CONVERSATIONS);
    var said = zip.getEntry(OwnExport.MESSAGES);
    if (known != null && said != null) {
      try (var conversations = zip.getInputStream(known);
          var messages = zip.getInputStream(said)) {
        new OwnExport(taker, JsonTranscripts.LARGEST).read(conversations, messages);
      }
      return;
    }
    var reading = new JsonTranscripts(taker);
    for (var entry : lists(zip)) {
      try (var content = zip.getInputStream(entry)) {
        reading.read(content);
      }
    }
    if (!reading.found()) {
      throw unknown();
    }
  }

  /// The entries with conversations, wherever the archive has them.
  private static List<? extends ZipEntry> lists(ZipFile zip) {
    return zip.stream()
        .filter(entry -> last(entry.getName()).matches(ENTRY))
        .sorted(Comparator.comparing(ZipEntry::getName))
        .toList();
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static ProblemException unknown() {
    return new ProblemException(
        new Problem.Invalid(
            "file",
            "This is no export of ChatGPT, Claude, Open WebUI, LibreChat or Colloquy, and no"
                + " conversation in Markdown."));
  }
}
