package org.colloquy.server.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// A random key in a file that only its owner can read.
public final class KeyFile {
  private static final int BYTES = 32;

  private KeyFile() {}

  /// Reads the key; makes it first when there is no such file.
  ///
  /// @throws ProblemException Unavailable when it can be neither read nor made
  public static byte[] open(Path file, SecureRandom random) {
    try {
      if (!Files.exists(file)) {
        create(file, random);
      }
      var key = Files.readAllBytes(file);
      if (key.length != BYTES) {
        throw unusable(file, null);
      }
      return key;
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static void create(Path file, SecureRandom random) throws IOException {
    var key = new byte[BYTES];
    random.nextBytes(key);
    var unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    if (unfinished.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(ownerOnly));
    } else {
      Files.createFile(unfinished);
    }
    try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(key));
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static ProblemException unusable(Path file, @Nullable IOException cause) {
    var problem =
        new Problem.Unavailable(
            "The key file " + file + " cannot be used; restore it or its folder.");
    return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
  }
}
