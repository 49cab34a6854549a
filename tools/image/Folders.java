import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;

/// Folders with everything below them.
final class Folders {
  /// An even second, because packages keep times to two seconds; Java refuses its cache when the
  /// times of jars are not those it was made with.
  private static final FileTime DATE =
      FileTime.from(java.time.Instant.parse("2026-01-01T00:00:00Z"));

  private Folders() {}

  /// A folder with nothing in it, whatever was there.
  static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (var path : below(folder).reversed()) {
        Files.delete(path);
      }
    }
    Files.createDirectories(folder);
  }

  static void copy(Path from, Path to) throws IOException {
    for (var path : below(from)) {
      var other = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(other);
      } else {
        Files.copy(path, other, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /// Gives all files and folders the same time.
  static void datedEvenly(Path folder) throws IOException {
    for (var path : below(folder)) {
      if (!Files.isSymbolicLink(path)) {
        Files.setLastModifiedTime(path, DATE);
      }
    }
  }

  static long megabytes(Path folder) throws IOException {
    long bytes = 0;
    for (var path : below(folder)) {
      bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
    }
    return bytes / 1_000_000;
  }

  /// The folder and all in it, each folder before what it holds.
  private static List<Path> below(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
