package org.colloquy.server.security;

import io.helidon.security.jwt.jwk.JwkOctet;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// The keys that tokens are signed with, as a JSON web key set in a file that only its owner can
/// read. The newest one signs; those before are still good for what they signed.
public final class TokenKeys {
  /// How long a key signs.
  static final Duration SIGNS = Duration.ofDays(30);

  /// How long a key is kept after that: no token lives longer.
  static final Duration KEPT = Duration.ofDays(2);

  private static final int BYTES = 32;
  private static final String MADE_AT = "iat";

  private final Path file;
  private final SecureRandom random;
  private final InstantSource clock;
  private volatile List<Key> keys;

  private TokenKeys(Path file, List<Key> keys, SecureRandom random, InstantSource clock) {
    this.file = file;
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  /// @param number its name in the header of tokens
  /// @param json as it stands in the file
  private record Key(long number, Instant madeAt, JwkOctet signs, JsonObject json) {
    static Key of(long number, byte[] bytes, Instant madeAt) {
      return of(
          Json.createObjectBuilder()
              .add("kty", "oct")
              .add("kid", Long.toString(number))
              .add("alg", JwkOctet.ALG_HS256)
              .add("k", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
              .add(MADE_AT, madeAt.getEpochSecond())
              .build());
    }

    static Key of(JsonObject json) {
      var signs = JwkOctet.create(json);
      if (signs.getKeyBytes().length != BYTES) {
        throw new JsonException("a key of another length");
      }
      var madeAt = Instant.ofEpochSecond(json.getJsonNumber(MADE_AT).longValueExact());
      return new Key(Long.parseLong(signs.keyId()), madeAt, signs, json);
    }

    @Override
    public String toString() {
      return "key " + number;
    }
  }

  /// Opens the keys in a folder, and makes the first one when there is none. The one key of older
  /// programs, in `token.key`, becomes the first of them.
  ///
  /// @throws ProblemException Unavailable when they can be neither read nor made
  public static TokenKeys inFolder(Path folder, SecureRandom random, InstantSource clock) {
    var file = folder.resolve("token-keys.json");
    var old = folder.resolve("token.key");
    var keys = new TokenKeys(file, List.of(), random, clock);
    try (var channel = keys.lockFile();
        var _ = channel.lock()) {
      if (Files.exists(file)) {
        keys.keys = read(file);
      } else {
        keys.add(Files.exists(old) ? Files.readAllBytes(old) : keys.newBytes());
      }
      Files.deleteIfExists(old);
      return keys;
    } catch (IOException | RuntimeException e) {
      throw unusable(file, e);
    }
  }

  /// The key to sign with now.
  ///
  /// @throws ProblemException Unavailable when it is time for a new one that cannot be kept
  JwkOctet newest() {
    var newest = keys.getLast();
    return isDue(newest) ? next().signs() : newest.signs();
  }

  /// The key with this name. Tokens from before there were names are the first one's.
  Optional<JwkOctet> named(@Nullable String name) {
    var number = name == null ? "1" : name;
    if (mayBeNew(number)) {
      readAgain();
    }
    return known(number);
  }

  private Optional<JwkOctet> known(String number) {
    for (var key : keys) {
      if (key.signs().keyId().equals(number)) {
        return Optional.of(key.signs());
      }
    }
    return Optional.empty();
  }

  /// The next key may have been made by another server that uses the same file.
  private boolean mayBeNew(String number) {
    return number.equals(Long.toString(keys.getLast().number() + 1));
  }

  private synchronized void readAgain() {
    try {
      keys = read(file);
    } catch (IOException | RuntimeException e) {
      throw unusable(file, e);
    }
  }

  private synchronized Key next() {
    try (var channel = lockFile();
        var _ = channel.lock()) {
      keys = read(file);
      if (isDue(keys.getLast())) {
        add(newBytes());
      }
      return keys.getLast();
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /// Held by one process at a time that adds a key.
  private FileChannel lockFile() throws IOException {
    return OwnerOnlyFile.toLock(file.resolveSibling("token-keys.lock"));
  }

  private boolean isDue(Key newest) {
    return age(newest, clock.instant()).compareTo(SIGNS) >= 0;
  }

  /// Adds a key, and drops those of which every token has expired.
  private void add(byte[] bytes) throws IOException {
    var now = clock.instant();
    var kept = new ArrayList<Key>();
    long newest = keys.isEmpty() ? 0 : keys.getLast().number();
    for (var key : keys) {
      if (key.number() == newest || age(key, now).compareTo(SIGNS.plus(KEPT)) < 0) {
        kept.add(key);
      }
    }
    kept.add(Key.of(newest + 1, bytes, now));
    write(kept);
    keys = List.copyOf(kept);
  }

  /// Whichever way the clock was put meanwhile.
  private static Duration age(Key key, Instant now) {
    return Duration.between(key.madeAt(), now).abs();
  }

  private byte[] newBytes() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private static List<Key> read(Path file) throws IOException {
    try (var reader = Json.createReader(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      var keys =
          reader.readObject().getJsonArray("keys").getValuesAs(JsonObject.class).stream()
              .map(Key::of)
              .toList();
      if (keys.isEmpty()) {
        throw new JsonException("no key");
      }
      return keys;
    }
  }

  private void write(List<Key> all) throws IOException {
    var array = Json.createArrayBuilder();
    all.forEach(key -> array.add(key.json()));
    var json = Json.createObjectBuilder().add("keys", array).build();
    OwnerOnlyFile.write(file, json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ProblemException unusable(Path file, Exception cause) {
    return new ProblemException(
        new Problem.Unavailable(
            "The key file " + file + " cannot be used; restore it or its folder."),
        cause);
  }
}
