package org.colloquy.desktop.ui.chat;

import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.FileEntry;

/// How far a file is on its way into a conversation.
public sealed interface UploadState {
  /// Others are sent first.
  record Waiting() implements UploadState {}

  /// It is being sent.
  ///
  /// @param part how much of it was sent, from 0 to 1
  record Sending(double part) implements UploadState {}

  /// The server has it, and reads it now or has read it.
  record Kept(FileEntry file) implements UploadState {}

  /// It did not arrive.
  record Failed(Failure why) implements UploadState {}

  /// Whether it is still on its way to the server.
  default boolean comes() {
    return this instanceof Waiting || this instanceof Sending;
  }

  /// Whether the server is not done with reading it.
  default boolean isRead() {
    return this instanceof Kept(var file) && file.reading().goesOn();
  }

  /// Whether it did not arrive, or could not be read.
  default boolean failed() {
    return this instanceof Failed || (this instanceof Kept(var file) && file.reading().failed());
  }
}
