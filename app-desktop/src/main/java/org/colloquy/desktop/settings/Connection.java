package org.colloquy.desktop.settings;

/// Which server the window shows.
///
/// @param address of the last other server; empty when there was none
/// @param away whether that one is shown, and not the program's own
public record Connection(String address, boolean away) {
  static final Connection HERE = new Connection("", false);

  public Connection withAway(boolean value) {
    return new Connection(address, value);
  }
}
