package org.colloquy.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// The file with the key that seals all others, in Base64.
final class SecretKeyFile {
  static final int MARK_BYTES = 4;

  private static final int KEY_BYTES = 32;

  private final Path file;
  private volatile @Nullable MarkedKey known;

  SecretKeyFile(Path file) {
    this.file = file;
  }

  /// A key and a few bytes that tell it from others without giving it away.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record MarkedKey(SecretKey key, byte[] mark) {
    static MarkedKey of(byte[] bytes) {
      try {
        var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return new MarkedKey(new SecretKeySpec(bytes, "AES"), Arrays.copyOf(digest, MARK_BYTES));
      } catch (NoSuchAlgorithmException missing) {
        throw new IllegalStateException(missing);
      }
    }
  }

  /// @throws ProblemException Unavailable when the file is missing or is not a key
  MarkedKey key() {
    var key = known;
    if (key != null) {
      return key;
    }
    if (!Files.exists(file)) {
      throw refused("is missing: put it back, or enter your API keys again", null);
    }
    return read();
  }

  /// The key; a new one when there is no file yet.
  synchronized MarkedKey keyOrNew(SecureRandom random) {
    if (known == null && !Files.exists(file)) {
      make(random);
    }
    return key();
  }

  private MarkedKey read() {
    try {
      var bytes = Base64.getDecoder().decode(Files.readString(file).strip());
      if (bytes.length != KEY_BYTES) {
        throw refused("does not hold a key: put the right file back", null);
      }
      var read = MarkedKey.of(bytes);
      known = read;
      return read;
    } catch (IllegalArgumentException fault) {
      throw refused("does not hold a key: put the right file back", fault);
    } catch (IOException fault) {
      throw refused("cannot be read", fault);
    }
  }

  private void make(SecureRandom random) {
    var bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    var unfinished = file.resolveSibling(file.getFileName() + ".new");
    try {
      DataFolder.makeEmpty(unfinished);
      Files.writeString(unfinished, Base64.getEncoder().encodeToString(bytes) + "\n");
      DataFolder.swapIn(unfinished, file);
    } catch (IOException fault) {
      throw refused("cannot be written", fault);
    }
  }

  private ProblemException refused(String what, @Nullable Throwable fault) {
    var problem = new Problem.Unavailable("The file %s %s.".formatted(file, what));
    return fault == null ? new ProblemException(problem) : new ProblemException(problem, fault);
  }
}
