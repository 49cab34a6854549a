package org.colloquy.server.extract;

import org.colloquy.server.extract.wire.Job;

/// Finds what reads pictures on this computer.
public interface Eyes {
  /// What there is.
  Job.Eyes found();
}
