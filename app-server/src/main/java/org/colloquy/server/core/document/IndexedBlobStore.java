package org.colloquy.server.core.document;

import java.io.InputStream;
import java.util.List;
import org.colloquy.model.AttachmentId;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.attachment.BlobStore;

/// Keeps contents of files, and lets the index of passages forget files that are removed, whoever
/// removes them.
public record IndexedBlobStore(BlobStore files, DocumentStore store, PassageIndex index)
    implements BlobStore {
  @Override
  public Incoming receive(InputStream content, long limit) {
    return files.receive(content, limit);
  }

  @Override
  public InputStream open(ContentHash hash) {
    return files.open(hash);
  }

  /// Contents go after the rows of their files.
  @Override
  public void remove(ContentHash hash) {
    files.remove(hash);
    for (var file : index.files()) {
      if (store.find(file).isEmpty()) {
        index.remove(file);
      }
    }
  }

  @Override
  public List<ContentHash> all() {
    return files.all();
  }

  @Override
  public List<AttachmentId> named() {
    return files.named();
  }

  @Override
  public Incoming adopt(AttachmentId id) {
    return files.adopt(id);
  }

  @Override
  public void remove(AttachmentId id) {
    files.remove(id);
  }
}
