package org.colloquy.server.core.citation;

import java.util.List;
import org.colloquy.model.Citation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.SourcePassage;

/// Keeps which passages answers were given with, and what they cite.
public interface CitationStore {
  /// Notes the passages that an answer is given with, instead of earlier ones; those of files that
  /// are gone are left out.
  void given(MessageId answer, List<SourcePassage> passages);

  /// Notes what an answer cites, instead of what was noted before.
  void cited(MessageId answer, List<Citation> citations);

  /// By answer, oldest first. Passages whose file is gone are not here.
  ///
  /// @param from the number of the first message that is looked at; 0 for all of them
  List<AnswerSources> of(ConversationId conversation, long from);

  /// Of one answer; passages whose file is gone are not here.
  AnswerSources of(MessageId answer);
}
