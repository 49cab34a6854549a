package org.colloquy.server.core.turn;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.Agent;
import org.colloquy.model.Message;
import org.colloquy.model.Role;
import org.jspecify.annotations.Nullable;

/// Makes the prompt from the messages of a branch. Pure: the same branch makes the same prompt.
final class PromptBuilder {
  private PromptBuilder() {}

  /// A prompt that ends with what was said, or with the last message of the branch when nothing new
  /// was. Answers in which nothing was said are left out, since providers refuse empty lines. An
  /// agent's instructions stand for those of the branch.
  static Prompt build(String model, Agent agent, List<Message> branch, @Nullable String said) {
    var lines = new ArrayList<Prompt.Line>();
    boolean instructed = !agent.instructions().isEmpty();
    if (instructed) {
      lines.add(new Prompt.Line(Role.SYSTEM, agent.instructions()));
    }
    for (var message : branch) {
      boolean replaced = instructed && message.role() == Role.SYSTEM;
      if (!replaced && (!message.content().isEmpty() || !message.toolCalls().isEmpty())) {
        lines.add(
            new Prompt.Line(
                message.role(), message.content(), message.toolCalls(), message.answersCall()));
      }
    }
    if (said != null) {
      lines.add(new Prompt.Line(Role.USER, said));
    }
    return new Prompt(model, lines, List.of());
  }
}
