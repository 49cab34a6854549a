package org.colloquy.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Nobody but its owner looks into a data folder, whatever the umask says. Where a file system has
/// no such rights, as on Windows, it is left to the folder above.
public final class OwnerOnly {
  private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);
  private static final Set<PosixFilePermission> OF_FILES =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> OF_FOLDERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private OwnerOnly() {}

  /// What to make a file with.
  public static FileAttribute<?>[] file(Path path) {
    return attributes(path, OF_FILES);
  }

  /// What to make a folder with.
  public static FileAttribute<?>[] folder(Path path) {
    return attributes(path, OF_FOLDERS);
  }

  /// Makes a folder that nobody else can look into; nothing happens when it is there.
  ///
  /// @return the folder
  public static Path made(Path folder) {
    try {
      return Files.createDirectories(folder, folder(folder));
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unavailable("The folder " + folder + " could not be made."), e);
    }
  }

  /// Takes a folder that was there before away from everybody else's eyes. Only an empty one and
  /// one of Colloquy's own: anything else may be open to others on purpose.
  static void guard(Path folder) throws IOException {
    if (!knowsRights(folder)) {
      return;
    }
    var rights = Files.getPosixFilePermissions(folder);
    if (OF_FOLDERS.containsAll(rights)) {
      return;
    }
    if (!Files.exists(folder.resolve("instance.json")) && !isEmpty(folder)) {
      throw new ProblemException(
          new Problem.Unavailable(
              "The data folder %s holds other things, and others may look into it. Choose another with --data, or say: chmod 700 %s"
                  .formatted(folder, folder)));
    }
    Files.setPosixFilePermissions(folder, OF_FOLDERS);
    LOG.warn("others could look into {}; from now on only its owner can", folder);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> rights) {
    return knowsRights(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsRights(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
