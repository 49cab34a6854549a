package org.colloquy.desktop.ui.chat;

import javafx.scene.layout.Region;

/// What a message says, on the screen.
interface MessageBody {
  Region node();

  /// Shows the message as it is now.
  void show();
}
