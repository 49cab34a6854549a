package org.colloquy.desktop.ui.files;

import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.client.FileEntry;
import org.colloquy.desktop.ui.parts.Shown;

/// The files of the open conversation.
public final class FilesViewModel {
  private final Shown<FileEntry> files;

  public FilesViewModel(FileClient client, Background background) {
    this.files = new Shown<>(background, client::files);
  }

  public Shown<FileEntry> files() {
    return files;
  }
}
