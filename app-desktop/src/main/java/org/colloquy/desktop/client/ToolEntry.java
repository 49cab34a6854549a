package org.colloquy.desktop.client;

/// Something that a model may have done.
///
/// @param source who offers it
/// @param hasEffects whether it changes or sends something, so that the person is asked first
/// @param sends how far words of the model leave the server's machine
/// @param rule whether its calls are done
public record ToolEntry(
    String name, String description, String source, boolean hasEffects, Sends sends, Rule rule) {

  /// How far words of the model leave the server's machine.
  public enum Sends {
    NOTHING,
    ONE_SERVICE,
    ANYWHERE
  }

  /// Whether calls are done: after the person allowed each, always, or never.
  public enum Rule {
    ASK,
    ALWAYS,
    NEVER
  }
}
