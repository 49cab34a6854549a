package org.colloquy.server.core.citation;

import java.util.List;
import org.colloquy.model.Citation;
import org.colloquy.model.MessageId;
import org.colloquy.model.SourcePassage;

/// What an answer was given with, and what it cites of that.
public record AnswerSources(
    MessageId answer, List<SourcePassage> passages, List<Citation> citations) {
  public AnswerSources {
    passages = List.copyOf(passages);
    citations = List.copyOf(citations);
  }
}
