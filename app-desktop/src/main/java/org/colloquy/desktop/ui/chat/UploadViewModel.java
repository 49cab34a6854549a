package org.colloquy.desktop.ui.chat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.colloquy.desktop.client.FileEntry;
import org.colloquy.desktop.client.Upload;
import org.jspecify.annotations.Nullable;

/// A file that was chosen for the next question.
public final class UploadViewModel {
  private final Upload.Content content;
  private final String text;
  private final ReadOnlyObjectWrapper<UploadState> state =
      new ReadOnlyObjectWrapper<>(new UploadState.Waiting());
  private @Nullable Upload attempt;
  private boolean dropped;

  /// @param text the words that were pasted, if it is made of them; else empty
  UploadViewModel(Upload.Content content, String text) {
    this.content = content;
    this.text = text;
  }

  public String name() {
    return content.name();
  }

  /// In bytes.
  public long size() {
    return content.size();
  }

  /// The pasted words that it is made of; empty when it is another file.
  public String text() {
    return text;
  }

  public ReadOnlyObjectProperty<UploadState> state() {
    return state.getReadOnlyProperty();
  }

  /// The file on the server; null while it is not there.
  @Nullable FileEntry kept() {
    return state.get() instanceof UploadState.Kept(var file) ? file : null;
  }

  void become(UploadState next) {
    state.set(next);
  }

  /// Begins an attempt to send it.
  ///
  /// @param moved is told, on any thread, that more was sent
  Upload attempt(Runnable moved) {
    var fresh = new Upload(content, moved);
    attempt = fresh;
    become(new UploadState.Sending(0));
    return fresh;
  }

  /// Shows how much was sent.
  void measure() {
    if (attempt != null && state.get() instanceof UploadState.Sending) {
      become(new UploadState.Sending((double) attempt.sent() / Math.max(1, size())));
    }
  }

  /// It is not wanted any more.
  void drop() {
    dropped = true;
    if (attempt != null) {
      attempt.cancel();
    }
  }

  boolean dropped() {
    return dropped;
  }
}
