package org.colloquy.server.core.conversation;

import java.util.Optional;
import org.colloquy.model.ConversationId;

/// Reads at once what a question is put among, which is asked for before every answer.
public interface SurroundingsStore {
  /// Those of a conversation; empty when it is not there, or in the trash.
  Optional<Surroundings> of(ConversationId conversation);
}
