package org.colloquy.server.core.export;

import java.io.OutputStream;

/// How a conversation is written down in each form.
public interface ConversationForms {
  /// Begins a file.
  ///
  /// @param out stays open
  ConversationWriter open(ConversationFormat format, OutputStream out);
}
