package org.colloquy.server;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.colloquy.server.command.Command;
import org.colloquy.server.command.Commands;
import org.colloquy.server.command.Given;
import org.colloquy.server.command.Printed;

/// A server that answers until it is closed.
public final class RunningServer implements AutoCloseable {
  private final int port;
  private final String localToken;
  private final Commands commands;
  private final BooleanSupplier shared;
  private final Ending ending;

  /// @param shared whether others on the network reach it at the moment
  RunningServer(
      int port, String localToken, Commands commands, BooleanSupplier shared, Ending ending) {
    this.port = port;
    this.localToken = localToken;
    this.commands = commands;
    this.shared = shared;
    this.ending = ending;
  }

  /// How it ends.
  ///
  /// @param finish gives running answers some time, and tells how many are left
  record Ending(ToIntFunction<Duration> finish, Runnable close) {}

  /// The port it listens on, on loopback.
  public int port() {
    return port;
  }

  /// Proves to this server, until it is closed, that the local owner is asking. It exists in the
  /// memory of this process only.
  public String localToken() {
    return localToken;
  }

  /// What whoever runs this can have done by it.
  Commands commands() {
    return commands;
  }

  /// Says where others on the network reach it, and how they recognise it, if they do.
  void sayWhereOthersReachIt(Printed printed) {
    if (shared.getAsBoolean()) {
      commands.run(Command.SHARING_SHOW, new Given(Map.of()), printed);
    }
  }

  /// Takes no more questions, says so at `/health/ready`, and gives running answers some time to
  /// end by themselves.
  ///
  /// @return how many are still being given
  int finish(Duration most) {
    return ending.finish().applyAsInt(most);
  }

  /// Ends running answers, keeps what was said, closes the store. A second time does nothing.
  @Override
  public void close() {
    ending.close().run();
  }
}
