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

  /// The server has it.
  record Kept(FileEntry file) implements UploadState {}

  /// It did not arrive.
  record Failed(Failure why) implements UploadState {}

  /// Whether it is still on its way.
  default boolean goesOn() {
    return this instanceof Waiting || this instanceof Sending;
  }
}
