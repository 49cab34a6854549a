package org.colloquy.server.security.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// The password of the encrypted database file, sealed by a master key.
public final class DatabasePassword {
  private static final int BYTES = 32;

  private final MasterKeys masters;
  private final SecureRandom random;

  public DatabasePassword(MasterKeys masters, SecureRandom random) {
    this.masters = masters;
    this.random = random;
  }

  /// The password itself.
  ///
  /// @throws ProblemException Unavailable when there is none or it cannot be opened
  public String get() {
    var now = masters.sealing();
    var sealed = now.flatMap(Sealing::databasePassword);
    if (sealed.isEmpty()) {
      throw new ProblemException(
          new Problem.Unavailable(
              "The database file is encrypted, and sealing.properties beside it does not hold its"
                  + " password. Put that file back from a copy."));
    }
    return new String(opened(now.get(), sealed.get(), masters), US_ASCII);
  }

  /// Makes one for a file that is about to be encrypted. H2 makes its key of it with little work,
  /// so it is random and as long as a key.
  public void make() {
    var key = masters.forSealing();
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var password = HexFormat.of().formatHex(bytes).getBytes(US_ASCII);
    var now = masters.sealing().orElseThrow();
    masters.write(now.withDatabasePassword(Optional.of(key.seal(password, bound(now), random))));
  }

  /// For when the file is no longer encrypted.
  public void forget() {
    masters.sealing().ifPresent(now -> masters.write(now.withDatabasePassword(Optional.empty())));
  }

  /// The same with the password, when there is one, sealed by another key.
  static Sealing resealed(Sealing now, SealingKey key, MasterKeys masters) {
    if (now.databasePassword().isEmpty()) {
      return now;
    }
    var plain = opened(now, now.databasePassword().get(), masters);
    try {
      return now.withDatabasePassword(Optional.of(key.seal(plain, bound(now), new SecureRandom())));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static byte[] opened(Sealing now, String sealed, MasterKeys masters) {
    var text = SealedText.parse(sealed);
    return masters.get(text.mark()).open(text, bound(now));
  }

  private static String bound(Sealing now) {
    return "database|" + now.name();
  }
}
