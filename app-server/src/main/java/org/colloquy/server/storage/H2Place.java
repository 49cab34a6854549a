package org.colloquy.server.storage;

import org.colloquy.model.ProblemException;

/// Where an H2 database lives. Used by the writer's thread only.
interface H2Place {
  /// Opens it, checks that it is the right one, and brings it to the newest shape.
  ///
  /// @throws ProblemException Unavailable with the reason
  H2Connections open();

  /// Lets others use the place.
  void release();

  /// Says what went wrong here, in a sentence for people.
  String sentence(Throwable fault);
}
