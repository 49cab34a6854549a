package org.colloquy.server.command;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Gives commands to the server that runs in a folder.
public final class RunningServers {
  private RunningServers() {}

  /// Has a command done by the server that runs in a folder.
  ///
  /// @return its status; empty when none runs there
  /// @throws ProblemException Unavailable when the server ends before it answered
  public static OptionalInt ask(Path folder, Command command, Given given, Printed printed) {
    var connection = connection(folder.resolve(ControlSocket.NAME));
    if (connection.isEmpty()) {
      return OptionalInt.empty();
    }
    try (var open = connection.get();
        var out = new DataOutputStream(Channels.newOutputStream(open));
        var in = new DataInputStream(Channels.newInputStream(open))) {
      out.writeUTF(command.words());
      out.writeByte(given.values().size());
      for (var value : given.values().entrySet()) {
        out.writeUTF(value.getKey());
        out.writeUTF(value.getValue());
      }
      out.flush();
      return OptionalInt.of(ControlAnswer.pass(in, printed));
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unavailable("The server in %s ended before it answered.".formatted(folder)),
          e);
    }
  }

  private static Optional<SocketChannel> connection(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SocketChannel.open(UnixDomainSocketAddress.of(file)));
    } catch (IOException | UnsupportedOperationException _) {
      return Optional.empty(); // left by a process that died
    }
  }
}
