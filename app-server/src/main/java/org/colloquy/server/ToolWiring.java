package org.colloquy.server;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.server.core.memory.Memories;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.core.turn.Tools;
import org.colloquy.server.tool.memory.CreateMemory;
import org.colloquy.server.tool.memory.RecallMemory;

/// Makes the tools that models may call.
final class ToolWiring {
  private ToolWiring() {}

  static Tools wire(Memories memories, List<Tool> others) {
    var tools = new ArrayList<Tool>(others);
    tools.add(new RecallMemory(memories));
    tools.add(new CreateMemory(memories));
    return new Tools(tools);
  }
}
