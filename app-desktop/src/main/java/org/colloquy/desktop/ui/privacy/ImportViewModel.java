package org.colloquy.desktop.ui.privacy;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.ImportClient;
import org.colloquy.desktop.client.ImportReport;

/// Takes over conversations from elsewhere: first shows what a file has, then does it.
public final class ImportViewModel {
  private final ImportClient client;
  private final Background background;
  private final ReadOnlyObjectWrapper<ImportState> state =
      new ReadOnlyObjectWrapper<>(new ImportState.Quiet());
  private Runnable imported = () -> {};

  public ImportViewModel(ImportClient client, Background background) {
    this.client = client;
    this.background = background;
  }

  public ReadOnlyObjectProperty<ImportState> state() {
    return state.getReadOnlyProperty();
  }

  /// Tells when conversations were taken over.
  public void whenImported(Runnable listener) {
    imported = listener;
  }

  /// Looks into a file.
  public void look(Path file) {
    if (!working()) {
      state.set(new ImportState.Working());
      background.run(
          () -> client.preview(file),
          report -> state.set(new ImportState.Seen(file, report)),
          this::failed);
    }
  }

  /// Takes over what was seen.
  public void take() {
    if (state.get() instanceof ImportState.Seen(var file, _)) {
      state.set(new ImportState.Working());
      background.run(() -> client.take(file), this::taken, this::failed);
    }
  }

  /// Forgets what was seen.
  public void leave() {
    if (!working()) {
      state.set(new ImportState.Quiet());
    }
  }

  private void taken(ImportReport report) {
    state.set(new ImportState.Taken(report));
    imported.run();
  }

  private void failed(Failure why) {
    state.set(new ImportState.Failed(why));
  }

  private boolean working() {
    return state.get() instanceof ImportState.Working;
  }
}
