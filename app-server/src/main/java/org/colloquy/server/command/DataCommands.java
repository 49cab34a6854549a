package org.colloquy.server.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.backup.Backups;
import org.colloquy.server.core.importing.ImportReport.Outcome;
import org.colloquy.server.core.importing.Imports;
import org.colloquy.server.core.retention.Retention;

/// What is done with everything that is kept here.
public final class DataCommands {
  private final Owner owner;
  private final Backups backups;
  private final Imports imports;
  private final Retention retention;

  public DataCommands(Owner owner, Backups backups, Imports imports, Retention retention) {
    this.owner = owner;
    this.backups = backups;
    this.imports = imports;
    this.retention = retention;
  }

  Map<Command, Action> actions() {
    return Map.of(
        Command.BACKUP, this::backUp,
        Command.VERIFY, this::verify,
        Command.IMPORT, this::take,
        Command.RETENTION_RUN, this::retain);
  }

  private void backUp(Given given, Consumer<String> say) {
    var file = given.get(Command.FILE);
    long bytes = backups.write(owner.caller(), file);
    say.accept("The backup is %s, %d bytes.".formatted(file, bytes));
  }

  private void verify(Given given, Consumer<String> say) {
    var found = backups.verify(owner.caller());
    var files = found.files();
    var log = found.audit();
    say.accept("The database opens, and this program knows its shape.");
    say.accept("Files: %d.".formatted(files.kept()));
    files.missing().forEach(hash -> say.accept("A file is missing: " + hash.hex()));
    files.damaged().forEach(hash -> say.accept("A file is not what it was: " + hash.hex()));
    say.accept("Entries in the audit log: %d.".formatted(log.head().number()));
    if (log.broken() != null) {
      say.accept("The audit log was changed at entry %d.".formatted(log.broken()));
    }
    if (!found.inOrder()) {
      throw new ProblemException(new Problem.Unavailable("Not everything is in order."));
    }
    say.accept("Everything is in order.");
  }

  private void take(Given given, Consumer<String> say) {
    var file = Path.of(given.get(Command.FILE));
    try (var content = new BufferedInputStream(Files.newInputStream(file))) {
      var report =
          imports.take(owner.callerFor(given), content, String.valueOf(file.getFileName()));
      report.items().stream()
          .filter(item -> item.outcome() == Outcome.REFUSED)
          .forEach(item -> say.accept("Refused: %s (%s)".formatted(item.title(), item.why())));
      say.accept(
          "Conversations taken over: %d, here already: %d, refused: %d."
              .formatted(
                  report.count(Outcome.ADDED),
                  report.count(Outcome.KNOWN),
                  report.count(Outcome.REFUSED)));
    } catch (NoSuchFileException e) {
      throw new ProblemException(new Problem.Unavailable("There is no file " + file + "."), e);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unavailable("The file " + file + " cannot be read."), e);
    }
  }

  private void retain(Given given, Consumer<String> say) {
    say.accept("Conversations deleted for good: %d.".formatted(retention.run()));
  }
}
