package org.colloquy.server;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.command.Command;
import org.colloquy.server.command.CommandLine;
import org.colloquy.server.command.Given;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.security.vault.MasterKeys;

/// Asks for passphrases and passwords on the console, where there is one.
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
    return askTwice("New passphrase: ")
        .map(given -> config.withKeys(config.keys().withNewPassphrase(given)))
        .orElse(config);
  }

  /// What a command was given, with the password that it takes, out of a file or from the console:
  /// what is typed as an argument, everybody can read in the list of processes.
  ///
  /// @throws ProblemException Invalid when there is neither
  static Given withPassword(CommandLine line) {
    if (!line.command().takesPassword()) {
      return line.given();
    }
    var password =
        line.given().has(Command.PASSWORD_FILE)
            ? firstLine(line.given().get(Command.PASSWORD_FILE, ""))
            : askTwice("Password: ")
                .orElseThrow(
                    () -> refused("Say in which file the password is; nobody can be asked."));
    return line.given().with("password", password.reveal());
  }

  private static Secret firstLine(String file) {
    try (var lines = Files.lines(Path.of(file))) {
      return Secret.of(lines.findFirst().orElse(""));
    } catch (IOException | UncheckedIOException _) {
      throw refused("This file cannot be read.");
    }
  }

  private static ProblemException refused(String why) {
    return new ProblemException(new Problem.Invalid(Command.PASSWORD_FILE, why));
  }

  private static Optional<Secret> askTwice(String prompt) {
    var first = ask(prompt);
    if (first.isPresent() && !ask("Once more: ").orElseThrow().sameAs(first.get())) {
      throw new ProblemException(new Problem.Unavailable("The two were not the same."));
    }
    return first;
  }

  private static Optional<Secret> ask(String prompt) {
    var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (console.isEmpty()) {
      return Optional.empty();
    }
    var given = console.get().readPassword("%s", prompt);
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
