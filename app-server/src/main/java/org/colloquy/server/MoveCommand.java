package org.colloquy.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.command.Commands;
import org.colloquy.server.command.Printed;
import org.colloquy.server.config.Logs;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.storage.DatabaseMove;

/// `colloquy move`: moves the database from the data folder to a PostgreSQL server, or back.
final class MoveCommand {
  private static final String TO = "--to";
  private static final String FROM = "--from";

  private final Printed printed;

  MoveCommand(Printed printed) {
    this.printed = printed;
  }

  /// Does it, and gives the status that the process ends with.
  int run(List<String> words) {
    var rest = new ArrayList<>(words);
    var to = ServerMain.taken(rest, TO);
    var from = ServerMain.taken(rest, FROM);
    if (to.isEmpty() == from.isEmpty()) {
      throw new ProblemException(
          new Problem.Invalid(
              "", "It is used as: colloquy move --to ADDRESS, or colloquy move --from ADDRESS"));
    }
    Logs.prepare();
    rest.addAll(List.of("--db", to.isEmpty() ? from : to));
    var config = ChatServer.configure(rest);
    if (to.isEmpty()) {
      fromServer(config);
    } else {
      toServer(config);
    }
    return Commands.DONE;
  }

  private void toServer(ServerConfig config) {
    DatabaseWiring.expectIn(config.folder());
    var kept = move(config).toServer();
    printed.say("The database is on the server now; start with --db from now on.");
    printed.say("The file as it was is %s; it is not needed any more.".formatted(kept));
  }

  private void fromServer(ServerConfig config) {
    move(config).fromServer();
    printed.say("The database is in %s now; start without --db.".formatted(config.folder()));
    printed.say("What is on the server is still there, and not needed any more.");
  }

  private DatabaseMove move(ServerConfig config) {
    var server = Objects.requireNonNull(config.operation().database());
    if (server.contents() != null) {
      throw new ProblemException(
          new Problem.Unavailable(
              "Contents of files are not moved: leave --contents out, and copy what is in the"
                  + " bucket and the folder's blobs yourself."));
    }
    var password = server.password();
    return new DatabaseMove(
        config.folder(), server.url(), password == null ? null : password.reveal(), printed::say);
  }
}
