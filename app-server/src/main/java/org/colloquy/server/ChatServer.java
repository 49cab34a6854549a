package org.colloquy.server;

import java.nio.file.Path;
import java.util.List;
import org.colloquy.model.ProblemException;
import org.colloquy.server.config.ConfigLoader;
import org.colloquy.server.config.DataFolder;
import org.colloquy.server.config.KeyFolder;
import org.colloquy.server.config.ServerConfig;

/// The server as one thing: start it, and close what you got.
public final class ChatServer {
  private ChatServer() {}

  /// The settings for these arguments, the environment, and the settings file.
  ///
  /// @throws ProblemException Invalid when something cannot be understood
  public static ServerConfig configure(List<String> arguments) {
    return loader().load(arguments);
  }

  static ConfigLoader loader() {
    return new ConfigLoader(System.getenv(), usualFolder(), keyFolder());
  }

  /// Where data is kept when nothing else is said.
  public static Path usualFolder() {
    return DataFolder.usual(
        System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
  }

  /// Where key files are made when nothing else is said.
  public static Path keyFolder() {
    return KeyFolder.usual(
        System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
  }

  /// Starts a server that is ready to answer when this returns.
  ///
  /// @throws ProblemException Unavailable with the reason when it cannot start
  public static RunningServer start(ServerConfig config) {
    return Wiring.start(config);
  }
}
