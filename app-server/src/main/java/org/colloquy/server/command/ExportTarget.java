package org.colloquy.server.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// The file or folder that an export becomes: it grows under another name beside it, which only its
/// owner can read, and gets its own name when it is whole.
final class ExportTarget {
  private final Path path;
  private final boolean replace;

  /// @param replace whether a file that is there may go; a folder never does
  ExportTarget(Path path, boolean replace) {
    this.path = path;
    this.replace = replace;
  }

  Path path() {
    return path;
  }

  /// Writes to what is there already, and is empty.
  interface Writing {
    void into(Path growing) throws IOException;
  }

  /// @throws ProblemException Unavailable when it is there already, or cannot be written
  void writeFile(Writing writing) {
    if (Files.isDirectory(path)) {
      throw new ProblemException(
          new Problem.Unavailable("%s is a folder; name a file.".formatted(path)));
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !replace) {
      throw new ProblemException(
          new Problem.Unavailable(
              "There is a %s already; --replace puts the new file in its place.".formatted(path)));
    }
    write(() -> Files.createTempFile(parent(), path.getFileName() + ".", ".part"), writing);
  }

  /// @throws ProblemException Unavailable when it is there already, or cannot be written
  void writeFolder(Writing writing) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new ProblemException(
          new Problem.Unavailable("There is a %s already; name a new folder.".formatted(path)));
    }
    write(() -> Files.createTempDirectory(parent(), path.getFileName() + ".part-"), writing);
  }

  private Path parent() {
    var parent = path.getParent();
    return parent == null ? path.resolve("/") : parent;
  }

  /// Makes an empty file or folder with a name that nothing has.
  private interface Beginning {
    Path make() throws IOException;
  }

  private void write(Beginning beginning, Writing writing) {
    try {
      var growing = beginning.make();
      try {
        writing.into(growing);
        swapIn(growing);
      } finally {
        forget(growing);
      }
    } catch (FileAlreadyExistsException e) {
      throw new ProblemException(
          new Problem.Unavailable("There is a %s already.".formatted(path)), e);
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException(
          new Problem.Unavailable(
              "The export could not be written to %s (%s)."
                  .formatted(path, e.getClass().getSimpleName())),
          e);
    }
  }

  private void swapIn(Path growing) throws IOException {
    if (replace && !Files.isDirectory(growing)) {
      Files.move(growing, path, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.move(growing, path);
    }
  }

  /// What did not become the export.
  private static void forget(Path growing) throws IOException {
    if (!Files.exists(growing)) {
      return;
    }
    try (var all = Files.walk(growing)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
