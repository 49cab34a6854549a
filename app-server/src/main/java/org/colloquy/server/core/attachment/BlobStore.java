package org.colloquy.server.core.attachment;

import java.io.InputStream;
import java.util.List;
import org.colloquy.model.AttachmentId;

/// Keeps the content of attachments.
public interface BlobStore {
  /// Keeps everything the stream has, whole or not at all: it is on the disk when this returns.
  ///
  /// @param limit in bytes
  /// @return how many bytes
  /// @throws org.colloquy.model.ProblemException TooLarge beyond the limit; Unavailable when there
  ///   is no room
  long keep(AttachmentId id, InputStream content, long limit);

  /// What was kept.
  ///
  /// @throws org.colloquy.model.ProblemException NotFound when it is gone
  InputStream open(AttachmentId id);

  /// Forgets it; nothing happens when it is gone already.
  void remove(AttachmentId id);

  /// Everything that is kept.
  List<AttachmentId> all();
}
