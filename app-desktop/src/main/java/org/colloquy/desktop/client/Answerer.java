package org.colloquy.desktop.client;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.ModelId;
import org.jspecify.annotations.Nullable;

/// Who shall answer, and with what.
///
/// @param model null leaves it to the agent, or to the server
/// @param agent null for the one that answered before in the conversation, or for a plain model
/// @param tools names of tools besides those of the agent
public record Answerer(@Nullable ModelId model, @Nullable UUID agent, List<String> tools) {
  /// Whoever the server chooses.
  public static final Answerer ANY = new Answerer(null, null, List.of());

  public Answerer {
    tools = List.copyOf(tools);
  }
}
