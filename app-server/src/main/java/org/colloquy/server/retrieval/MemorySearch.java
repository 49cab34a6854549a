package org.colloquy.server.retrieval;

import java.util.List;
import org.colloquy.model.Memory;
import org.colloquy.server.core.memory.MemoryRanking;

/// Finds memories by their words, whatever form the words are in.
public final class MemorySearch implements MemoryRanking {
  @Override
  public Index index(List<Memory> memories) {
    return new Words(memories, new WordIndex(memories.stream().map(Memory::text).toList()));
  }

  private record Words(List<Memory> memories, WordIndex words) implements Index {
    @Override
    public List<Memory> resembling(String query, int most) {
      return found(words.resembling(query, most));
    }

    @Override
    public List<Memory> sharing(String query, int most) {
      return found(words.sharing(query, most));
    }

    private List<Memory> found(List<WordIndex.Hit> hits) {
      return hits.stream().map(hit -> memories.get(hit.place())).toList();
    }
  }
}
