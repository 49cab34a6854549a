package org.colloquy.server.core;

import java.util.UUID;

/// Makes new ids. Handed in, so that tests count.
public interface Ids {
  /// An id that no other call ever gave; later ones sort after earlier ones.
  UUID next();
}
