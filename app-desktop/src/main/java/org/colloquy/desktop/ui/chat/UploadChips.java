package org.colloquy.desktop.ui.chat;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;

/// The chosen files where one writes.
final class UploadChips {
  private final Pane pane;
  private final ChatViewModel chat;
  private final Subscription bond;
  private Subscription list = Subscription.EMPTY;

  UploadChips(Pane pane, ChatViewModel chat) {
    this.pane = pane;
    this.chat = chat;
    this.bond = chat.composer().uploads().shown().subscribe(tray -> follow(tray.files()));
  }

  private void follow(ObservableList<UploadViewModel> files) {
    list.unsubscribe();
    InvalidationListener listener = _ -> show(files);
    files.addListener(listener);
    list = () -> files.removeListener(listener);
    show(files);
  }

  private void show(List<UploadViewModel> files) {
    var before = pane.getChildren().stream().map(UploadChip.class::cast).toList();
    before.stream().filter(chip -> !files.contains(chip.file())).forEach(UploadChip::close);
    pane.getChildren().setAll(files.stream().map(file -> chip(file, before)).toList());
    pane.setVisible(!files.isEmpty());
  }

  private UploadChip chip(UploadViewModel file, List<UploadChip> before) {
    return before.stream()
        .filter(chip -> chip.file().equals(file))
        .findFirst()
        .orElseGet(() -> new UploadChip(file, chat));
  }

  void close() {
    bond.unsubscribe();
    list.unsubscribe();
    pane.getChildren().forEach(chip -> ((UploadChip) chip).close());
  }
}
