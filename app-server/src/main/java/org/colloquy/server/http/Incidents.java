package org.colloquy.server.http;

import org.colloquy.server.core.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What nobody planned for: logged once, under a short code that the person is told.
final class Incidents {
  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
  private static final int LENGTH = 8;

  private final Ids ids;

  Incidents(Ids ids) {
    this.ids = ids;
  }

  /// Logs it.
  ///
  /// @return its code
  String log(Endpoint endpoint, RuntimeException cause) {
    var id = ids.next().toString();
    var incident = id.substring(id.length() - LENGTH);
    LOG.error("incident {} at {} {}", incident, endpoint.method(), endpoint.path(), cause);
    return incident;
  }
}
