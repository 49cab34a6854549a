package org.colloquy.desktop.ui.chat;

import java.util.List;
import java.util.Optional;
import org.colloquy.desktop.ui.parts.markdown.Block;
import org.colloquy.model.Role;

/// What was answered last in a conversation.
final class LastAnswer {
  private LastAnswer() {}

  /// Its words, as they are copied; empty when there is none that is whole.
  static Optional<String> words(List<MessageViewModel> messages) {
    return messages.reversed().stream()
        .filter(LastAnswer::isWhole)
        .findFirst()
        .map(MessageViewModel::copied);
  }

  /// The code that was shown last, in whichever answer.
  static Optional<String> code(List<MessageViewModel> messages) {
    return messages.reversed().stream()
        .filter(LastAnswer::isWhole)
        .flatMap(answer -> codeIn(answer).stream())
        .findFirst();
  }

  private static Optional<String> codeIn(MessageViewModel answer) {
    return answer.blocks().stream()
        .flatMap(Block::all)
        .filter(Block.Code.class::isInstance)
        .map(block -> ((Block.Code) block).text())
        .reduce((_, later) -> later);
  }

  private static boolean isWhole(MessageViewModel message) {
    return message.role() == Role.ASSISTANT && !message.growing() && !message.text().isBlank();
  }
}
