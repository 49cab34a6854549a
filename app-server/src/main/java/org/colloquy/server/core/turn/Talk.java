package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.Message;

/// What was said on a branch, with the pictures that were shown.
///
/// @param branch oldest first
record Talk(List<Message> branch, Pictures.Shown shown) {
  /// The same without its last message.
  Talk withoutLast() {
    return new Talk(branch.subList(0, branch.size() - 1), shown);
  }

  /// The same without pictures that wait for the next question.
  Talk withoutWaiting() {
    return new Talk(branch, new Pictures.Shown(shown.earlier(), List.of(), List.of()));
  }

  List<Prompt.Picture> picturesOf(Message message) {
    return shown.earlier().getOrDefault(message.id(), List.of());
  }
}
