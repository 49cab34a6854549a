package org.colloquy.server;

import java.util.List;
import java.util.stream.Stream;
import org.colloquy.server.core.memory.Memories;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.core.turn.ToolSource;
import org.colloquy.server.core.turn.Tools;
import org.colloquy.server.tool.memory.CreateMemory;
import org.colloquy.server.tool.memory.RecallMemory;

/// Makes the tools that models may call.
final class ToolWiring {
  private ToolWiring() {}

  static Tools wire(Memories memories, List<Tool> others) {
    var own = Stream.<Tool>of(new RecallMemory(memories), new CreateMemory(memories));
    return new Tools(List.of(new ToolSource.BuiltIn(Stream.concat(own, others.stream()).toList())));
  }
}
