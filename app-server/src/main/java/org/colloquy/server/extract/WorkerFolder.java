package org.colloquy.server.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Where workers write while they run: a folder for each, which goes when it ends.
final class WorkerFolder {
  private static final String STRICT_XML = "jaxp-strict.properties";

  private final Path folder;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable WorkerCommand command;

  /// @param folder what is in it was left by a program that died, and is deleted
  WorkerFolder(Path folder) {
    this.folder = folder;
    try {
      if (Files.exists(folder)) {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How workers are started; found out when the first one is.
  WorkerCommand command() throws IOException {
    lock.lock();
    try {
      var found = command;
      if (found == null) {
        Files.createDirectories(folder);
        var strictXml = folder.resolve(STRICT_XML);
        try (var ours = WorkerFolder.class.getResourceAsStream(STRICT_XML)) {
          Files.copy(Objects.requireNonNull(ours), strictXml, StandardCopyOption.REPLACE_EXISTING);
        }
        found = new WorkerCommand(strictXml);
        command = found;
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  /// A folder for one worker.
  Path add() throws IOException {
    return Files.createTempDirectory(folder, "worker").toAbsolutePath();
  }

  /// Takes a worker's folder away with all that it wrote. Links are removed, not followed.
  static void delete(Path place) throws IOException {
    Files.walkFileTree(
        place,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
