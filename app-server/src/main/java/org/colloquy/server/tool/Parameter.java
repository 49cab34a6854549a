package org.colloquy.server.tool;

/// One parameter of a tool.
///
/// @param description what it means, told to the model
public record Parameter(String name, Kind kind, boolean required, String description) {
  /// What a parameter takes.
  public enum Kind {
    TEXT,
    INTEGER
  }

  /// One that must be given.
  public static Parameter required(String name, Kind kind, String description) {
    return new Parameter(name, kind, true, description);
  }

  /// One that may be left out.
  public static Parameter optional(String name, Kind kind, String description) {
    return new Parameter(name, kind, false, description);
  }
}
