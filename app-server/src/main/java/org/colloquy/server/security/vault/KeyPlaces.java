package org.colloquy.server.security.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.provider.Secret;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The places where keys can be, as the settings say.
///
/// @param data the data folder
/// @param folder where key files are made when nothing else is said: not in the data folder, so
///   that a copy of that is worth nothing alone
/// @param file where the key file is to be; null when nothing was said
/// @param passphrase null when none was given
/// @param usual where keys go when nothing else is said
public record KeyPlaces(
    Path data, Path folder, @Nullable Path file, @Nullable Secret passphrase, Usual usual) {
  private static final Logger LOG = LoggerFactory.getLogger(KeyPlaces.class);

  /// Where keys go when nothing else is said.
  public enum Usual {
    /// Into the keychain of the system, or a file where there is none.
    KEYCHAIN_OR_FILE,
    FILE
  }

  /// Key files in this folder.
  public static KeyPlaces inFolder(Path data, Path folder) {
    return new KeyPlaces(data, folder, null, null, Usual.FILE);
  }

  /// The same with another passphrase.
  public KeyPlaces withPassphrase(Secret other) {
    return new KeyPlaces(data, folder, file, other, usual);
  }

  /// What kind of place to move to.
  public enum Kind {
    KEYCHAIN,
    FILE,
    PASSPHRASE,
    /// Where the keys are already.
    SAME
  }

  /// Keeps the first key of all. A keychain can be there and still refuse: then it goes into a
  /// file.
  Place putFirst(SealingKey key, String name, SecureRandom random) {
    var place = first(name, random);
    try {
      at(place, name).put(key);
      return place;
    } catch (ProblemException refused) {
      if (!(place instanceof Place.Keychain)) {
        throw refused;
      }
      LOG.warn("the keychain of this system does not take a key", refused);
    }
    var file = inFile(name);
    at(file, name).put(key);
    return file;
  }

  private Place first(String name, SecureRandom random) {
    if (passphrase != null) {
      return underPassphrase(random);
    }
    boolean keychain = file == null && usual == Usual.KEYCHAIN_OR_FILE;
    return keychain && at(new Place.Keychain(), name).isSupported()
        ? new Place.Keychain()
        : inFile(name);
  }

  /// The file that the settings mean.
  private Place inFile(String name) {
    return new Place.File(
        file == null ? folder.resolve(name + ".key") : file.toAbsolutePath().normalize());
  }

  /// Where keys go that are to be moved.
  Place target(Kind kind, Sealing now, SecureRandom random) {
    return switch (kind) {
      case KEYCHAIN -> new Place.Keychain();
      case FILE -> inFile(now.name());
      case PASSPHRASE -> underPassphrase(random);
      case SAME ->
          now.place() instanceof Place.Passphrase ? underPassphrase(random) : now(now.place());
    };
  }

  /// A new file under the passphrase of the settings.
  private static Place underPassphrase(SecureRandom random) {
    return new Place.Passphrase(
        "passphrase-%s.key".formatted(HexFormat.of().toHexDigits(random.nextInt())));
  }

  /// Where keys are that were said to be at a place. A file that a person moved is where the
  /// setting says now.
  Place now(Place written) {
    return written instanceof Place.File && file != null && Files.exists(file)
        ? new Place.File(file.toAbsolutePath().normalize())
        : written;
  }

  KeyPlace at(Place place, String name) {
    return switch (place) {
      case Place.Keychain() -> new KeychainKeyPlace(name);
      case Place.File(var path) -> new FileKeyPlace(path);
      case Place.Passphrase(var unlocked) ->
          new PassphraseKeyPlace(data.resolve(unlocked), passphrase, new SecureRandom());
    };
  }
}
