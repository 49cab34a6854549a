package org.colloquy.desktop.boot;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ProblemException;
import org.colloquy.server.ChatServer;
import org.colloquy.server.RunningServer;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.config.ServerConfig.PortTaken;

/// The server inside this program. The only class that knows the server's classes.
public final class EmbeddedServer implements AutoCloseable {
  private final RunningServer server;

  private EmbeddedServer(RunningServer server) {
    this.server = server;
  }

  /// Where everything is kept. Arguments that cannot be understood are told by [#start].
  public static Path dataFolder(List<String> arguments) {
    try {
      return ChatServer.configure(arguments).folder();
    } catch (ProblemException _) {
      return ChatServer.usualFolder();
    }
  }

  /// Keeps the token for another server, for the window of this data folder.
  public static TokenFile tokenFile(List<String> arguments) {
    var name =
        "window-"
            + UUID.nameUUIDFromBytes(bytes(dataFolder(arguments).toAbsolutePath()))
            + ".token";
    return new TokenFile(secrets(arguments).resolve(name));
  }

  private static byte[] bytes(Path path) {
    return path.normalize().toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Path secrets(List<String> arguments) {
    try {
      var keys = ChatServer.configure(arguments).keys();
      var file = keys.file();
      return file == null ? keys.folder() : file.resolveSibling("");
    } catch (ProblemException _) {
      return ChatServer.keyFolder();
    }
  }

  /// Blocks until it answers.
  ///
  /// @throws ProblemException with the reason when it cannot start
  public static EmbeddedServer start(List<String> arguments) {
    var config = anyPort(ChatServer.configure(arguments));
    return new EmbeddedServer(
        ChatServer.start(config.withKeys(config.keys().preferringKeychain())));
  }

  /// The window finds its server on any port; only one that was asked for must be free.
  private static ServerConfig anyPort(ServerConfig config) {
    return config.port() == ServerConfig.DEFAULT_PORT
        ? config.withPort(config.port(), PortTaken.TAKE_ANOTHER)
        : config;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  public String localToken() {
    return server.localToken();
  }

  @Override
  public void close() {
    server.close();
  }
}
