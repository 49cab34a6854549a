package org.colloquy.server.command;

/// Where a command's lines go.
public interface Printed {
  /// A line of its answer.
  void say(String line);

  /// Why it did not do what was asked.
  void complain(String line);
}
