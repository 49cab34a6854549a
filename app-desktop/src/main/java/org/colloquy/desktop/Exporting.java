package org.colloquy.desktop;

import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.ExportClient;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.ui.export.ExportViewModel;
import org.colloquy.desktop.ui.history.HistoryViewModel;
import org.colloquy.desktop.ui.privacy.DataViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;

/// The ways from everywhere in the window to the dialog that writes conversations into files.
record Exporting(ExportViewModel export, ShellViewModel shell) {
  static Exporting of(ServerAddress server, Background background, ShellViewModel shell) {
    return new Exporting(new ExportViewModel(new ExportClient(server), background), shell);
  }

  void offeredBy(HistoryViewModel history, DataViewModel data) {
    history.whenExportWanted(this::one);
    data.whenConversationsWanted(this::all);
  }

  private void one(ConversationEntry conversation) {
    export.wantOne(conversation);
    shell.dialog().set(Dialog.EXPORT);
  }

  private void all() {
    export.wantAll();
    shell.dialog().set(Dialog.EXPORT);
  }
}
