package org.colloquy.server.core.attachment;

import org.colloquy.model.AccountId;
import org.colloquy.model.Attachment;

/// Hears of files that come and go. Returns at once: what takes long is done elsewhere.
public interface FileListener {
  /// A file is in the store, and its content on the disk.
  void arrived(AccountId owner, Attachment attachment);

  /// A file was removed for good.
  void removed(Attachment attachment);
}
