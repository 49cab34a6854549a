package org.colloquy.desktop.client;

import java.util.List;
import org.colloquy.model.Message;
import org.colloquy.model.Role;

/// What was said last in a conversation, as Markdown.
///
/// @param question the last one; empty when there is none among the last messages
/// @param answer the last one that says something, after that question; empty for none
public record Glance(String question, String answer) {
  /// What these messages come to.
  ///
  /// @param messages of one branch, oldest first
  static Glance of(List<Message> messages) {
    var question = "";
    var answer = "";
    for (var message : messages) {
      if (message.role() == Role.USER) {
        question = message.content();
        answer = "";
      } else if (message.role() == Role.ASSISTANT && !message.content().isBlank()) {
        answer = message.content();
      }
    }
    return new Glance(question, answer);
  }
}
