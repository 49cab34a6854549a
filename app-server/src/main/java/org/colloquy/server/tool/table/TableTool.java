package org.colloquy.server.tool.table;

import org.colloquy.server.core.turn.Tool;

/// A tool that reads the tables of its conversation. It changes nothing of what people have, and
/// who wrote the files is not known.
interface TableTool extends Tool {
  @Override
  default boolean hasEffects() {
    return false;
  }

  @Override
  default boolean bringsStrangersWords() {
    return true;
  }
}
