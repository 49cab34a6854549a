package org.colloquy.server.retrieval;

import java.util.List;
import java.util.regex.Pattern;
import org.colloquy.model.Memory;
import org.colloquy.server.core.memory.MemoryRanking;

/// Finds memories by their words, whatever form the words are in.
public final class MemorySearch implements MemoryRanking {
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b");

  @Override
  public List<Memory> best(List<Memory> memories, String query, int most) {
    var texts = memories.stream().map(memory -> plain(memory.text())).toList();
    return new WordIndex(texts)
        .resembling(plain(query), most).stream().map(hit -> memories.get(hit.place())).toList();
  }

  private static String plain(String text) {
    return POSSESSIVE.matcher(text).replaceAll("");
  }
}
