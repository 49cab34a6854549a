package org.colloquy.desktop.ui.chat;

import javafx.scene.layout.Region;

/// What a message says, on the screen.
interface MessageBody {
  /// That of a message, after who says it.
  static MessageBody of(MessageViewModel message, MessageActions actions) {
    return switch (message.role()) {
      case USER -> new SaidBody(message);
      case ASSISTANT -> new AnswerBody(message, actions);
      case TOOL -> new ToolBody(message, actions.drawings());
      case SYSTEM -> new InstructionsBody(message);
    };
  }

  Region node();

  /// Shows the message as it is now.
  void show();
}
