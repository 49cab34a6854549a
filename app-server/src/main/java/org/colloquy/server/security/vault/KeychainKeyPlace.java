package org.colloquy.server.security.vault;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// Keys in the keychain of the system: the Secret Service or KWallet on Linux, the Keychain of
/// macOS, the Credential Manager of Windows.
///
/// A keychain may be missing, locked or silent, and its library may fail in any way. So everything
/// happens on a thread beside, for a while at most.
final class KeychainKeyPlace implements KeyPlace {
  private static final String SERVICE = "Colloquy";
  private static final Duration PROBE = Duration.ofSeconds(2);

  /// Long enough for a person to unlock it.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name;

  /// @param name tells this data folder's keys from those of others
  KeychainKeyPlace(String name) {
    this.name = name;
  }

  /// Something done with an open keychain.
  private interface Work<T> {
    T with(Keyring keychain) throws PasswordAccessException;
  }

  @Override
  public boolean isSupported() {
    try {
      return carryOut(_ -> true, PROBE);
    } catch (ProblemException _) {
      return false;
    }
  }

  @Override
  public Optional<SealingKey> find(String mark) {
    return carryOut(keychain -> read(keychain, mark), PATIENCE)
        .flatMap(text -> KeyLines.parse(text.getBytes(StandardCharsets.US_ASCII)))
        .flatMap(lines -> lines.find(mark));
  }

  private Optional<String> read(Keyring keychain, String mark) {
    try {
      return Optional.of(keychain.getPassword(SERVICE, account(mark)));
    } catch (PasswordAccessException _) {
      return Optional.empty(); // the library says no more when it is not there or locked
    }
  }

  @Override
  public void put(SealingKey key) {
    carryOut(
        keychain -> {
          keychain.setPassword(
              SERVICE, account(key.mark()), Base64.getEncoder().encodeToString(key.bytes()));
          return true;
        },
        PATIENCE);
    if (find(key.mark()).isEmpty()) {
      throw unusable(null);
    }
  }

  @Override
  public void remove(Collection<String> marks) {
    carryOut(
        keychain -> {
          for (var mark : marks) {
            if (read(keychain, mark).isPresent()) {
              keychain.deletePassword(SERVICE, account(mark));
            }
          }
          return true;
        },
        PATIENCE);
  }

  @Override
  public String where() {
    return "in the keychain of this system";
  }

  private String account(String mark) {
    return name + "-" + mark;
  }

  private static <T> T carryOut(Work<T> work, Duration patience) {
    var task =
        new FutureTask<>(() -> {
          var keychain = open();
          try {
            return work.with(keychain);
          } finally {
            keychain.close();
          }
        });
    Thread.ofPlatform().name("keychain").daemon().start(task);
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unusable(e.getCause());
    } catch (TimeoutException e) {
      task.cancel(true);
      throw unusable(e);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw unusable(e);
    }
  }

  /// The library's own choice would try the other systems' first, and load their native parts.
  private static Keyring open() throws BackendNotSupportedException {
    var failure = new BackendNotSupportedException("there is no keychain");
    for (var kind : kinds(System.getProperty("os.name"))) {
      try {
        return Keyring.create(kind);
      } catch (BackendNotSupportedException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private static List<KeyringStorageType> kinds(String system) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return List.of(KeyringStorageType.OSX_KEYCHAIN);
    }
    return name.contains("windows")
        ? List.of(KeyringStorageType.WINDOWS_CREDENTIAL_STORE)
        : List.of(KeyringStorageType.GNOME_KEYRING, KeyringStorageType.KWALLET);
  }

  private static ProblemException unusable(@Nullable Throwable cause) {
    var problem =
        new Problem.Unavailable(
            "The keychain of this system cannot be used now; unlock it and try again.");
    return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
  }
}
