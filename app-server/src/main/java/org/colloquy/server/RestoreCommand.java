package org.colloquy.server;

import java.nio.file.Path;
import org.colloquy.server.command.CommandLine;
import org.colloquy.server.command.Commands;
import org.colloquy.server.command.Printed;
import org.colloquy.server.storage.FolderRestore;

/// `colloquy restore FILE`: puts a backup into a folder that nobody uses. It opens nothing, so it
/// works where nothing can be opened any more.
final class RestoreCommand {
  private RestoreCommand() {}

  /// Does it, and gives the status that the process ends with.
  static int run(CommandLine line, Printed printed) {
    var config = ChatServer.configure(line.settings());
    DatabaseWiring.expectFile(config);
    var folder = config.folder();
    var given = line.given();
    var old = given.has("old-to") ? Path.of(given.get("old-to", "")).toAbsolutePath() : null;
    new FolderRestore(folder).run(Path.of(given.get("FILE", "")), old);
    printed.say("The backup is in %s now.".formatted(folder));
    if (old != null) {
      printed.say("What was there before is in %s.".formatted(old));
    }
    return Commands.DONE;
  }
}
