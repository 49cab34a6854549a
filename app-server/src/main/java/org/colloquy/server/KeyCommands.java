package org.colloquy.server;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.core.provider.OldSeals;
import org.colloquy.server.security.vault.DatabasePassword;
import org.colloquy.server.security.vault.KeyPlaces;
import org.colloquy.server.security.vault.MasterKeys;
import org.colloquy.server.security.vault.Vault;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.DatabaseEncryption;

/// What is done with the key to all secrets while no server runs. Each command takes the data
/// folder for itself, and can be given again when it was cut off.
final class KeyCommands {
  private final ServerConfig config;
  private final SecureRandom random = new SecureRandom();
  private final MasterKeys masters;
  private final DatabasePassword password;

  KeyCommands(ServerConfig config) {
    this.config = config;
    this.masters = VaultWiring.masters(config);
    this.password = new DatabasePassword(masters, random);
  }

  /// Seals everything with a new key.
  ///
  /// @param to where it goes: `keychain`, `file` or `passphrase`; empty for where the key is now
  /// @return a sentence that says what was done
  String rotate(String to) {
    var kind = kind(to);
    var there = VaultWiring.places(config);
    var next = config.keys().newPassphrase();
    if (next != null) {
      there = there.withPassphrase(next);
    }
    try (var database = open()) {
      var stores = StoreWiring.wire(database);
      var clock = InstantSource.system();
      var vault = new Vault(masters, stores.dataKeys(), clock, random);
      vault.adoptOld();
      var left = new OldSeals(stores.keys(), vault).renew();
      vault.finish(left);
      vault.renew(kind, there, left);
      new AuditLog(stores.audit(), clock)
          .note(AuditEvent.done(Action.SECRETS_REKEYED, null, "", ""));
    }
    return "Everything is sealed by a new key, which is " + masters.where() + ".";
  }

  private static KeyPlaces.Kind kind(String to) {
    return switch (to.toLowerCase(Locale.ROOT)) {
      case "" -> KeyPlaces.Kind.SAME;
      case "keychain" -> KeyPlaces.Kind.KEYCHAIN;
      case "file" -> KeyPlaces.Kind.FILE;
      case "passphrase" -> KeyPlaces.Kind.PASSPHRASE;
      default ->
          throw new ProblemException(
              new Problem.Invalid("to", "It must be one of keychain, file, passphrase."));
    };
  }

  /// Encrypts the database file.
  String encrypt() {
    DatabaseWiring.expectFile(config);
    var encryption = new DatabaseEncryption(config.folder(), password::get);
    var database = open();
    try {
      if (!encryption.isDone()) {
        password.make();
      }
    } finally {
      database.close();
    }
    encryption.encrypt();
    return "The database file is encrypted. Files that were attached to conversations are not.";
  }

  /// Takes the encryption of the database file back.
  String decrypt() {
    DatabaseWiring.expectFile(config);
    open().close();
    new DatabaseEncryption(config.folder(), password::get).decrypt();
    password.forget();
    return "The database file is not encrypted any more.";
  }

  /// Takes the folder, and finds a file whole that was not closed in good order.
  private Database open() {
    return DatabaseWiring.openExisting(config, password::get);
  }
}
