package org.colloquy.server;

import org.colloquy.server.command.CommandLine;
import org.colloquy.server.command.Printed;
import org.colloquy.server.command.RunningServers;
import org.colloquy.server.config.Logs;

/// Has a command done: by the server that runs in the data folder, or by this process where none
/// does.
final class FolderCommand {
  private FolderCommand() {}

  /// Has it done, and gives the status that the process ends with.
  static int run(CommandLine line, Printed printed) {
    Logs.prepare();
    var config = ChatServer.configure(line.settings());
    var given = Passphrases.withPassword(line);
    var done = RunningServers.ask(config.folder(), line.command(), given, printed);
    if (done.isPresent()) {
      return done.getAsInt();
    }
    DatabaseWiring.expectExisting(config);
    try (var open = Wiring.open(Passphrases.asked(config))) {
      return open.commands().run(line.command(), given, printed);
    }
  }
}
