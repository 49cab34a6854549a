package org.colloquy.server.retrieval;

import java.util.List;
import org.colloquy.model.Memory;
import org.colloquy.server.core.memory.MemoryRanking;

/// Finds memories by their words, whatever form the words are in.
public final class MemorySearch implements MemoryRanking {
  @Override
  public List<Memory> best(List<Memory> memories, String query, int most) {
    var texts = memories.stream().map(Memory::text).toList();
    return new WordIndex(texts)
        .resembling(query, most).stream().map(hit -> memories.get(hit.place())).toList();
  }
}
