package org.colloquy.server;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.config.Logs;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.core.audit.AuditCheck;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.security.vault.DatabasePassword;
import org.jspecify.annotations.Nullable;

/// `colloquy verify-audit`: checks the audit log of a server that does not run.
final class AuditCommand {
  private static final String EXPECT = "--expect";

  private final List<String> arguments = new ArrayList<>();
  private @Nullable String expected;

  /// @throws ProblemException Invalid when the arguments cannot be understood
  AuditCommand(List<String> words) {
    for (var rest = words.iterator(); rest.hasNext(); ) {
      var word = rest.next();
      if (word.equals(EXPECT)) {
        expected = hash(rest.hasNext() ? rest.next() : "");
      } else if (word.startsWith(EXPECT + "=")) {
        expected = hash(word.substring(EXPECT.length() + 1));
      } else {
        arguments.add(word);
      }
    }
  }

  private static String hash(String text) {
    var hash = text.toLowerCase(Locale.ROOT);
    if (!hash.matches("[0-9a-f]{64}")) {
      throw new ProblemException(new Problem.Invalid(EXPECT, "A hash has 64 digits from 0 to f."));
    }
    return hash;
  }

  /// Checks, and says what was found.
  ///
  /// @return whether everything is in order
  /// @throws ProblemException Unavailable when the log cannot be read
  boolean run(Consumer<String> say) {
    Logs.prepare();
    var config = Passphrases.asked(ChatServer.configure(arguments));
    if (!Files.exists(config.folder().resolve("instance.json"))) {
      throw new ProblemException(
          new Problem.Unavailable("There is no database in " + config.folder() + "."));
    }
    var check = check(config);
    var head = check.head();
    if (check.broken() != null) {
      say.accept(
          "The audit log was changed: entry %d is not the one that was written. Entries before it: %d."
              .formatted(check.broken(), head.number()));
    } else {
      say.accept("The audit log is in order. Entries: %d.".formatted(head.number()));
      say.accept("Its last hash, to be kept somewhere else: " + head.hash());
    }
    if (!check.expectedFound()) {
      say.accept("The expected hash is not in it.");
    }
    return check.intact() && check.expectedFound();
  }

  private AuditCheck check(ServerConfig config) {
    var password = new DatabasePassword(VaultWiring.masters(config), new SecureRandom());
    try (var database = DatabaseWiring.open(config, password::get)) {
      var log = new AuditLog(StoreWiring.wire(database).audit(), InstantSource.system());
      return expected == null ? log.check() : log.checkExpecting(expected);
    }
  }
}
