package org.colloquy.desktop.client;

import java.util.List;
import org.colloquy.model.Citation;
import org.colloquy.model.MessageId;
import org.colloquy.model.SourcePassage;

/// With which passages an answer was given, and what it cites.
public record AnswerSources(
    MessageId answer, List<SourcePassage> passages, List<Citation> citations) {
  public AnswerSources {
    passages = List.copyOf(passages);
    citations = List.copyOf(citations);
  }
}
