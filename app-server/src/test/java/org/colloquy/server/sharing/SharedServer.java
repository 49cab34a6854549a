package org.colloquy.server.sharing;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.colloquy.server.SettableClock;
import org.colloquy.server.core.sharing.NetworkDoor;
import org.colloquy.server.http.Face;

/// An open listener for others, which listens on this computer only.
public final class SharedServer implements AutoCloseable {
  final ScriptedMachine machine = new ScriptedMachine();
  final NetworkListener listener;

  public SharedServer(Path folder, SettableClock clock, List<Face> faces, String... names) {
    listener = machine.listener(folder, clock, InetAddress.ofLiteral("0.0.0.0"), Set.of(names));
    listener.serve(faces, _ -> {});
    listener.open();
  }

  /// The address on this computer.
  public String address() {
    return "https://localhost:" + port();
  }

  public int port() {
    return listener.place().map(NetworkDoor.Place::port).orElseThrow();
  }

  /// Somebody who knows its fingerprint.
  public NetworkClient client(String token) {
    return new NetworkClient(listener.fingerprint().orElseThrow(), token);
  }

  @Override
  public void close() {
    listener.close();
    listener.awaitClosed();
  }
}
