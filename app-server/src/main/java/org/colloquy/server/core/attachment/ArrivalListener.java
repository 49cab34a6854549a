package org.colloquy.server.core.attachment;

import org.colloquy.model.AccountId;
import org.colloquy.model.Attachment;

/// Hears of files that were kept.
public interface ArrivalListener {
  /// A file is in the store, and its content on the disk. Returns at once: what takes long is done
  /// elsewhere.
  void arrived(AccountId owner, Attachment attachment);
}
