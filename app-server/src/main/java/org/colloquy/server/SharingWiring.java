package org.colloquy.server;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.ProblemException;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.config.ServerConfig.PortTaken;
import org.colloquy.server.config.SharingConfig.Wanted;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.sharing.Sharing;
import org.colloquy.server.sharing.MulticastAnnouncer;
import org.colloquy.server.sharing.NetworkListener;
import org.colloquy.server.sharing.ThisMachine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the listener for others on the network, and opens it where it is to be open.
final class SharingWiring {
  private static final Logger LOG = LoggerFactory.getLogger(SharingWiring.class);

  private SharingWiring() {}

  static NetworkListener listener(
      ServerConfig config, Openings open, Ids ids, InstantSource clock) {
    var sharing = config.sharing();
    var ports =
        config.portTaken() == PortTaken.TAKE_ANOTHER
            ? List.of(sharing.port(), 0)
            : List.of(sharing.port());
    return new NetworkListener(
        config.folder(),
        new NetworkListener.Options(sharing.host(), ports, sharing.names()),
        new NetworkListener.Around(
            new ThisMachine(), open.add(new MulticastAnnouncer()), clock, new SecureRandom(), ids));
  }

  /// @throws ProblemException Unavailable when it has to be shared and cannot be; what was chosen
  ///   earlier does not keep a server from starting
  static void begin(Sharing sharing, ServerConfig config) {
    if (config.sharing().wanted() == Wanted.YES) {
      sharing.keepOpen();
      return;
    }
    try {
      sharing.resume();
    } catch (ProblemException e) {
      LOG.warn("this server is not shared now: {}", Sentences.of(e.problem()));
    }
  }
}
