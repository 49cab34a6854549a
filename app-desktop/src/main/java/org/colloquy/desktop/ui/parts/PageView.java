package org.colloquy.desktop.ui.parts;

import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// A page of the window's side panel.
public interface PageView {
  /// Shows what belongs to a conversation now. Called whenever the page comes into sight, and while
  /// it is in sight whenever another conversation is opened or something happened in this one.
  ///
  /// @param conversation null while a new one has not begun
  void show(@Nullable ConversationId conversation);

  /// Lets go of everything; the window closes.
  void close();
}
