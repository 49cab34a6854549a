package org.colloquy.desktop.ui.parts;

import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.WholeFile;

/// Asks where something shall be saved, and writes it there.
public final class Saving {
  private final Background background;
  private final SaveDialog dialog;

  public Saving(Background background, SaveDialog dialog) {
    this.background = background;
    this.dialog = dialog;
  }

  /// Saves something, unless no place is chosen.
  ///
  /// @param name what the file is called when nothing else is said
  /// @param content made in the background
  /// @param failure where it is told that this did not work
  public void save(String name, Supplier<byte[]> content, StackPane failure) {
    var file = dialog.ask(name);
    if (file != null) {
      background.run(
          () -> WholeFile.write(content.get(), file),
          _ -> FailureCard.show(failure, null),
          why -> FailureCard.show(failure, why));
    }
  }
}
