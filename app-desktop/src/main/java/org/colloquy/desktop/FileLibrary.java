package org.colloquy.desktop;

import org.colloquy.desktop.client.ExportClient;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.ui.chat.ChatViewModel;
import org.colloquy.desktop.ui.chat.Trigger;
import org.colloquy.desktop.ui.library.LibraryView;
import org.colloquy.desktop.ui.library.LibraryViewModel;
import org.colloquy.desktop.ui.library.MentionsViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;

/// The files of all conversations, and the ways from there into the next question: from their list,
/// or by `#` and a few words while one writes.
final class FileLibrary {
  private final LibraryViewModel library;
  private final MentionsViewModel mentions;
  private final Runnable close;

  FileLibrary(FileClient files, Wiring.Outside outside, ChatViewModel chat, ShellViewModel shell) {
    close = () -> shell.dialog().set(Dialog.NONE);
    var uploads = chat.composer().uploads();
    library =
        new LibraryViewModel(
            files,
            outside.background(),
            new LibraryViewModel.Uses(
                conversation -> {
                  close.run();
                  chat.open(conversation);
                },
                chosen -> {
                  close.run();
                  uploads.add(chosen);
                }));
    mentions =
        new MentionsViewModel(
            new MentionsViewModel.Sources(
                files,
                new ExportClient(outside.server()),
                () -> shell.history().known().now().get().conversations()),
            outside.background(),
            uploads::add);
  }

  /// Names files and conversations while one writes.
  ///
  /// @param found is told when there is more to choose from
  Trigger trigger(Runnable found) {
    mentions.whenFound(found);
    return new Trigger('#', mentions::begin, mentions::fitting);
  }

  LibraryView view() {
    return new LibraryView(library, close);
  }
}
