package org.colloquy.server;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.security.vault.MasterKeys;

/// Asks for passphrases on the console, where there is one.
final class Passphrases {
  private Passphrases() {}

  /// The settings with the passphrase, when one is needed and was not given.
  static ServerConfig asked(ServerConfig config) {
    if (config.keys().passphrase() != null || !MasterKeys.wantPassphrase(config.folder())) {
      return config;
    }
    return ask("Passphrase: ")
        .map(given -> config.withKeys(config.keys().withPassphrase(given)))
        .orElse(config);
  }

  /// The settings with the new passphrase for keys that move under one.
  ///
  /// @param to where the keys go
  static ServerConfig newAsked(ServerConfig config, String to) {
    if (!to.equals("passphrase") || config.keys().newPassphrase() != null) {
      return config;
    }
    var first = ask("New passphrase: ");
    if (first.isEmpty()) {
      return config;
    }
    var again = ask("Once more: ").orElseThrow();
    if (!again.sameAs(first.get())) {
      throw new ProblemException(new Problem.Unavailable("The two were not the same."));
    }
    return config.withKeys(config.keys().withNewPassphrase(first.get()));
  }

  private static Optional<Secret> ask(String prompt) {
    var console = Objects.requireNonNull(System.console());
    if (!console.isTerminal()) {
      return Optional.empty();
    }
    var given = console.readPassword("%s", prompt);
    if (given == null || given.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Secret.of(CharBuffer.wrap(given)));
    } finally {
      Arrays.fill(given, '\0');
    }
  }
}
