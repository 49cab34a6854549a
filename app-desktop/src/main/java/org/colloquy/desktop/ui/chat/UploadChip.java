package org.colloquy.desktop.ui.chat;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureWords;
import org.colloquy.desktop.ui.parts.FileIcon;
import org.colloquy.desktop.ui.parts.FileNote;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.desktop.ui.parts.Sizes;

/// A chosen file where one writes: what it is, how far it is, and what can be done with it.
final class UploadChip extends HBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final UploadViewModel file;
  private final Label note = new Label();
  private final ProgressBar progress = new ProgressBar(0);
  private final IconButton retry = new IconButton(Icon.RETRY, Text.of("upload.retry"));
  private final IconButton remove = new IconButton(Icon.CLOSE, Text.of("upload.remove"));
  private final Subscription bond;

  UploadChip(UploadViewModel file, ChatViewModel chat) {
    this.file = file;
    getStyleClass().add("upload-chip");
    var name = new Label(file.name());
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    note.getStyleClass().add("hint");
    progress.setAccessibleText(Text.of("upload.progress", file.name()));
    getChildren().addAll(FileIcon.of(file.name()).node(), new VBox(name, note, progress));
    var uploads = chat.composer().uploads();
    if (!file.text().isEmpty()) {
      var inline = new IconButton(Icon.PENCIL, Text.of("upload.inline"));
      inline.setOnAction(_ -> chat.composer().writeInline(file));
      getChildren().add(inline);
    }
    retry.setOnAction(_ -> uploads.retry(file));
    remove.setOnAction(_ -> uploads.remove(file));
    getChildren().addAll(retry, remove);
    Hiding.whole(retry, progress);
    bond = file.state().subscribe(this::show);
  }

  private void show(UploadState state) {
    note.setText(
        switch (state) {
          case UploadState.Waiting() -> Text.of("upload.waiting");
          case UploadState.Sending(var part) ->
              Text.of("upload.sending", Sizes.of(file.size()), Math.min(1, part));
          case UploadState.Kept(var kept) -> FileNote.of(kept);
          case UploadState.Failed(var why) -> FailureWords.of(why).sentence();
        });
    var failed = state.failed();
    note.setWrapText(failed); // a sentence is read to its end
    note.setMinHeight(failed ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
    progress.setVisible(state instanceof UploadState.Sending);
    progress.setProgress(state instanceof UploadState.Sending(var part) ? part : 0);
    retry.setVisible(failed);
    retry.rename(Text.of(state instanceof UploadState.Kept ? "files.again" : "upload.retry"));
    remove.rename(Text.of(state.comes() ? "upload.cancel" : "upload.remove"));
    pseudoClassStateChanged(FAILED, failed);
    setAccessibleText(file.name() + ", " + note.getText());
  }

  UploadViewModel file() {
    return file;
  }

  void close() {
    bond.unsubscribe();
  }
}
