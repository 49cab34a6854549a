package org.colloquy.server.core.sharing;

import java.util.List;
import java.util.Optional;
import org.colloquy.model.Fingerprint;
import org.colloquy.model.ProblemException;

/// The way in for others on the network.
public interface NetworkDoor {
  /// Opens it; nothing happens when it is open, or when this process answers no requests.
  ///
  /// @throws ProblemException Unavailable with the reason when that fails
  void open();

  /// Closes it for newcomers and returns; requests that are being answered have a few seconds to
  /// come to their end.
  void close();

  /// Where others come in now; empty while it is closed.
  Optional<Place> place();

  /// What others recognise this server by; empty until the door was opened once.
  Optional<Fingerprint> fingerprint();

  /// Tells the network about the open door until it is closed, [#hush]ed, or told otherwise. What
  /// goes wrong with that is logged and nothing else.
  void announce(Announcement announcement);

  /// Tells the network no more.
  void hush();

  /// What this machine is called.
  String machine();

  /// Where others come in.
  ///
  /// @param addresses such as `https://192.168.1.5:8443`
  record Place(int port, List<String> addresses) {
    public Place {
      addresses = List.copyOf(addresses);
    }
  }

  /// What the network is told.
  ///
  /// @param id a random word
  record Announcement(String id, String name) {}
}
