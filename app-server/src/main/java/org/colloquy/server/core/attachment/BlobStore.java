package org.colloquy.server.core.attachment;

import java.io.InputStream;
import java.util.List;
import org.colloquy.model.AttachmentId;
import org.colloquy.server.core.ContentHash;

/// Keeps contents of files, each once, under its hash. Knows nothing of who they belong to: that is
/// the matter of [FileContents], the only one who adds and removes.
public interface BlobStore {
  /// Takes everything the stream has, whole or not at all. It is on the disk when this returns, but
  /// not kept before [Incoming#settle].
  ///
  /// @param limit in bytes
  /// @throws org.colloquy.model.ProblemException TooLarge beyond the limit; Unavailable when there
  ///   is no room
  Incoming receive(InputStream content, long limit);

  /// What is kept.
  ///
  /// @throws org.colloquy.model.ProblemException NotFound when it is gone
  InputStream open(ContentHash hash);

  /// Forgets it; nothing happens when it is gone already.
  void remove(ContentHash hash);

  /// Everything that is kept.
  List<ContentHash> all();

  /// What an older version kept under the ids of attachments.
  List<AttachmentId> named();

  /// The content of one of them. It stays there until [Incoming#settle].
  Incoming adopt(AttachmentId id);

  /// Forgets what an older version kept; nothing happens when it is gone already.
  void remove(AttachmentId id);

  /// A content on its way.
  interface Incoming extends AutoCloseable {
    ContentHash hash();

    /// In bytes.
    long size();

    /// What it is, from the beginning.
    InputStream open();

    /// Puts it into its place, if the same is not there already. It outlives a power cut from then
    /// on.
    void settle();

    /// Forgets what was received and has not settled.
    @Override
    void close();
  }
}
