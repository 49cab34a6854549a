package org.colloquy.server.storage;

import org.colloquy.model.ProblemException;

/// Where an H2 database lives. Used by the writer's thread only.
interface H2Place {
  /// Opens it, checks that it is the right one, and brings it to the newest shape.
  ///
  /// @throws ProblemException Unavailable with the reason
  H2Connections open();

  /// Lets others use the place, when nothing is open any more.
  void leave(Ending ending);

  /// How the last opening ended.
  enum Ending {
    /// The database was shut down and everything is in it.
    IN_GOOD_ORDER,
    /// It was never opened, or failed.
    OTHERWISE
  }

  /// Says what went wrong here, in a sentence for people.
  String sentence(Throwable fault);
}
