package org.colloquy.desktop.client;

import java.util.List;
import java.util.Map;
import org.colloquy.model.MessageId;
import org.colloquy.model.TurnId;
import org.jspecify.annotations.Nullable;

/// The messages of a conversation that are shown, or the last of them, oldest first.
///
/// @param runningTurn the turn that is going on; null when it is quiet
/// @param recalled the texts of the memories that answers were given with
/// @param sources with which passages answers were given, and what they cite
/// @param files those that went with questions
public record Branch(
    List<BranchMessage> messages,
    @Nullable TurnId runningTurn,
    Map<MessageId, List<String>> recalled,
    Map<MessageId, AnswerSources> sources,
    Map<MessageId, List<FileEntry>> files) {
  public Branch {
    sources = Map.copyOf(sources);
    messages = List.copyOf(messages);
    recalled = Map.copyOf(recalled);
    files = Map.copyOf(files);
  }

  /// Whether nothing was said before the first of these.
  public boolean fromBeginning() {
    return messages.isEmpty() || messages.getFirst().message().parent() == null;
  }

  /// The files that went with this question.
  public List<FileEntry> filesOf(@Nullable MessageId question) {
    return question == null ? List.of() : files.getOrDefault(question, List.of());
  }

  /// The memories that this answer was given with.
  public List<String> recalledFor(@Nullable MessageId answer) {
    return answer == null ? List.of() : recalled.getOrDefault(answer, List.of());
  }
}
