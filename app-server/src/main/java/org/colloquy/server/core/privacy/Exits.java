package org.colloquy.server.core.privacy;

/// All ways out of this machine.
public interface Exits {
  /// Whether nothing may leave this machine.
  boolean closed();

  /// From now on nobody is reached outside this machine, nor are names looked up; what goes on with
  /// others ends.
  void close();

  /// From now on others may be reached again.
  void open();
}
