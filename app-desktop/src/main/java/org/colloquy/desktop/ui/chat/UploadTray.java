package org.colloquy.desktop.ui.chat;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// The files that were chosen for the next question of one conversation.
final class UploadTray {
  private static final int AT_ONCE = 3;

  private final ObservableList<UploadViewModel> files = FXCollections.observableArrayList();
  private @Nullable ConversationId conversation;
  private boolean beginning;

  /// @param conversation null for one that has not begun
  UploadTray(@Nullable ConversationId conversation) {
    this.conversation = conversation;
  }

  ObservableList<UploadViewModel> files() {
    return files;
  }

  @Nullable ConversationId conversation() {
    return conversation;
  }

  void belongTo(ConversationId begun) {
    conversation = begun;
    beginning = false;
  }

  /// Whether the conversation has to be begun, and nobody does that yet.
  boolean mustBegin() {
    return conversation == null && !beginning;
  }

  void beginning(boolean now) {
    beginning = now;
  }

  boolean goesOn() {
    return files.stream().anyMatch(file -> file.state().get().goesOn());
  }

  boolean failed() {
    return files.stream().anyMatch(file -> file.state().get() instanceof UploadState.Failed);
  }

  List<UploadViewModel> waiting() {
    return files.stream()
        .filter(file -> file.state().get() instanceof UploadState.Waiting)
        .toList();
  }

  /// Those whose turn it is to be sent.
  List<UploadViewModel> next() {
    var sending =
        files.stream().filter(file -> file.state().get() instanceof UploadState.Sending).count();
    return waiting().stream().limit(Math.max(0, AT_ONCE - sending)).toList();
  }
}
