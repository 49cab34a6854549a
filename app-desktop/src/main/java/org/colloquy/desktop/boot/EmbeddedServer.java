package org.colloquy.desktop.boot;

import java.net.URI;
import java.nio.file.Path;
import org.colloquy.desktop.DesktopArguments;

/// The server inside this program.
public final class EmbeddedServer implements AutoCloseable {
  private EmbeddedServer() {}

  /// Where everything is kept.
  public static Path dataFolder(DesktopArguments arguments) {
    var chosen = arguments.dataFolder();
    return chosen == null ? Path.of(System.getProperty("user.home"), ".colloquy") : chosen;
  }

  /// Blocks until it answers.
  public static EmbeddedServer start(DesktopArguments arguments) {
    return new EmbeddedServer();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:8000");
  }

  public String localToken() {
    return "";
  }

  @Override
  public void close() {}
}
