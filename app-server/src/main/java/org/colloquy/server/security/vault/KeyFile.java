package org.colloquy.server.security.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.security.OwnerOnlyFile;
import org.jspecify.annotations.Nullable;

/// A file with keys in it that only its owner can read.
final class KeyFile {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private final Path path;

  KeyFile(Path path) {
    this.path = path;
  }

  /// What is in it; empty when there is no such file.
  ///
  /// @throws ProblemException Unavailable when it cannot be read, or others can read it
  Optional<byte[]> read() {
    try {
      if (!Files.exists(path)) {
        return Optional.empty();
      }
      if (isPosix(path)
          && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
        throw unusable("can be read by others; take that right away (chmod 600)", null);
      }
      return Optional.of(Files.readAllBytes(path));
    } catch (IOException e) {
      throw unusable("cannot be read", e);
    }
  }

  /// Puts this into the file, which is whole at every moment: with the old content or the new.
  void write(byte[] content) {
    try {
      Files.createDirectories(folder(), ownerOnly());
      OwnerOnlyFile.write(path, content);
    } catch (IOException e) {
      throw unusable("cannot be written", e);
    }
  }

  /// Does nothing when there is no such file.
  void remove() {
    try {
      if (Files.deleteIfExists(path)) {
        OwnerOnlyFile.syncFolderOf(path);
      }
    } catch (IOException e) {
      throw unusable("cannot be removed", e);
    }
  }

  private Path folder() {
    return path.toAbsolutePath().resolveSibling(".").normalize();
  }

  private FileAttribute<?>[] ownerOnly() {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// A refusal that names the file.
  ///
  /// @param what such as `cannot be read`
  ProblemException unusable(String what, @Nullable Exception cause) {
    var problem = new Problem.Unavailable("The key file " + path + " " + what + ".");
    return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
  }
}
