package org.colloquy.desktop.ui.chat;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.client.FileEntry;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// The files that were chosen for the next question of one conversation.
final class UploadTray {
  private static final int AT_ONCE = 3;

  private final ObservableList<UploadViewModel> files = FXCollections.observableArrayList();
  private @Nullable ConversationId conversation;
  private boolean beginning;
  private boolean watched;

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

  /// Whether some are still on their way to the server.
  boolean comes() {
    return files.stream().anyMatch(file -> file.state().get().comes());
  }

  boolean failed() {
    return files.stream().anyMatch(file -> file.state().get().failed());
  }

  /// Those that are there, and still being read.
  List<UploadViewModel> reading() {
    return files.stream().filter(file -> file.state().get().isRead()).toList();
  }

  /// Whether somebody looks how far they are read.
  boolean watched() {
    return watched;
  }

  void watched(boolean now) {
    watched = now;
  }

  /// Shows how far these are read by now; those that are gone go from here, too.
  ///
  /// @param now all files of the conversation
  void read(List<UploadViewModel> asked, List<FileEntry> now) {
    for (var file : asked) {
      if (file.state().get() instanceof UploadState.Kept(var before)) {
        now.stream()
            .filter(entry -> entry.id().equals(before.id()))
            .findFirst()
            .ifPresentOrElse(
                entry -> file.become(new UploadState.Kept(before.with(entry.reading()))),
                () -> files.remove(file));
      }
    }
  }

  /// However far they are read, they are not waited for.
  void waitNoLonger() {
    for (var file : reading()) {
      if (file.state().get() instanceof UploadState.Kept(var before)) {
        file.become(new UploadState.Kept(before.with(FileEntry.Reading.UNKNOWN)));
      }
    }
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
