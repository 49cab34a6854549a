package org.colloquy.server.command;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes commands while a server runs: a socket that is a file in the data folder, which nobody but
/// its owner can look into. No port, no token; who may open the folder may use it.
public final class ControlSocket implements AutoCloseable {
  /// Its name in the data folder.
  static final String NAME = "control.sock";

  private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
  private static final int MOST_VALUES = 20;

  private final Path file;
  private final ServerSocketChannel listener;
  private final Commands commands;

  private ControlSocket(Path file, ServerSocketChannel listener, Commands commands) {
    this.file = file;
    this.listener = listener;
    this.commands = commands;
  }

  /// Listens in a folder that this process holds.
  ///
  /// @return what ends it; where a system has no such sockets, or the folder's name is too long for
  ///   one, nothing listens
  public static AutoCloseable listen(Path folder, Commands commands) {
    var file = folder.resolve(NAME);
    try {
      Files.deleteIfExists(file); // left by a process that died
      var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        listener.bind(UnixDomainSocketAddress.of(file));
        closeToOthers(file);
      } catch (IOException | RuntimeException e) {
        listener.close();
        throw e;
      }
      var socket = new ControlSocket(file, listener, commands);
      Thread.ofVirtual().name("control").start(socket::accept);
      return socket;
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("no commands are taken while this server runs: {} ({})", file, e.getMessage());
      return () -> {};
    }
  }

  /// The folder is closed to others, and this is as well.
  private static void closeToOthers(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private void accept() {
    try {
      while (true) {
        var connection = listener.accept();
        Thread.ofVirtual().name("command").start(() -> answer(connection));
      }
    } catch (ClosedChannelException _) {
      // This server ends.
    } catch (IOException e) {
      LOG.warn("no more commands are taken", e);
    }
  }

  private void answer(SocketChannel connection) {
    try (connection;
        var in = new DataInputStream(Channels.newInputStream(connection));
        var out = new DataOutputStream(Channels.newOutputStream(connection))) {
      var name = in.readUTF();
      var given = given(in);
      var answer = new ControlAnswer(out);
      var command = Command.named(name);
      if (command.isEmpty()) {
        answer.complain("The server that runs is of another version and has no command " + name);
        answer.end(Commands.NOT_UNDERSTOOD);
      } else {
        answer.end(commands.run(command.get(), given, answer));
      }
    } catch (IOException e) {
      LOG.debug("a command was given up by who gave it", e);
    }
  }

  private static Given given(DataInputStream in) throws IOException {
    var values = new HashMap<String, String>();
    int count = in.readUnsignedByte();
    if (count > MOST_VALUES) {
      throw new IOException("too many values");
    }
    for (int i = 0; i < count; i++) {
      values.put(in.readUTF(), in.readUTF());
    }
    return new Given(values);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    Files.deleteIfExists(file);
  }
}
