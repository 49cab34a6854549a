package org.colloquy.server.tool;

import org.colloquy.server.core.turn.Tool;

/// A tool that asks one service outside, changes nothing there, and tells what it said: words of
/// strangers.
public interface ServiceTool extends Tool {
  @Override
  default boolean hasEffects() {
    return false;
  }

  @Override
  default Sends sends() {
    return Sends.ONE_SERVICE;
  }

  @Override
  default boolean bringsStrangersWords() {
    return true;
  }
}
