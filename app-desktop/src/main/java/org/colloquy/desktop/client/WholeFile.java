package org.colloquy.desktop.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// A file on this computer that appears when it is whole, or not at all.
public final class WholeFile {
  private WholeFile() {}

  /// Writes these bytes into it.
  public static Path write(byte[] content, Path file) {
    write(new ByteArrayInputStream(content), file);
    return file;
  }

  /// Writes all of a stream into it, and closes the stream.
  ///
  /// @return its size in bytes
  static long write(InputStream content, Path file) {
    var unfinished = file.resolveSibling(file.getFileName() + ".part");
    try (content) {
      Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      return Files.size(file);
    } catch (IOException e) {
      discard(unfinished);
      throw new ProblemException(
          new Problem.Unavailable("The file " + file + " could not be written."), e);
    }
  }

  private static void discard(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException _) {
      // It is named as unfinished, and the next attempt writes over it.
    }
  }
}
