package org.colloquy.server.tool.memory;

import org.colloquy.server.core.memory.Memories;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;

/// Remembers a fact.
public final class CreateMemory implements Tool {
  private static final String TEXT = "memory_text";
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(TEXT, Parameter.Kind.TEXT, "What to remember, as one sentence."));

  private final Memories memories;

  public CreateMemory(Memories memories) {
    this.memories = memories;
  }

  @Override
  public String name() {
    return "create_memory";
  }

  @Override
  public String description() {
    return "Remembers something for later conversations, when the user asks for it.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public boolean hasEffects() {
    return true;
  }

  @Override
  public boolean bringsStrangersWords() {
    return false;
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    var memory = memories.create(occasion.caller(), PARAMETERS.read(arguments).text(TEXT));
    return "New memory file created and indexed at: memory_" + memory.number();
  }
}
