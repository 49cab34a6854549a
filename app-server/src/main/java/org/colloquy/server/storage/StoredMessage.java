package org.colloquy.server.storage;

import java.security.MessageDigest;
import java.util.List;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A message as it came from its row, not yet trusted.
///
/// @param hash the fingerprint that was stored with it
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredMessage(Message message, byte[] hash) {
  private static final Logger LOG = LoggerFactory.getLogger(StoredMessage.class);

  /// The message; when the disk changed it, a cut off one that says so, because one damaged message
  /// must not hide a conversation, nor be taken for what was said.
  Message checked() {
    if (MessageDigest.isEqual(hash, MessageHash.of(message))) {
      return message;
    }
    LOG.error("message {} was changed on the disk", message.id());
    return damaged();
  }

  private Message damaged() {
    return MessageForms.changed(
        message,
        new FinishedAnswer(
            message.id(),
            "",
            "",
            MessageState.CUT_OFF,
            message.usage(),
            List.of(),
            "This message was damaged on the disk."));
  }
}
