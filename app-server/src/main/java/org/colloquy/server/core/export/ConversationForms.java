package org.colloquy.server.core.export;

import java.io.OutputStream;

/// The forms in which a conversation is written down for people.
public interface ConversationForms {
  /// A file's form.
  enum Form {
    MARKDOWN,
    HTML,
    PDF
  }

  /// Begins a file.
  ///
  /// @param out stays open
  ConversationWriter open(Form form, OutputStream out);
}
