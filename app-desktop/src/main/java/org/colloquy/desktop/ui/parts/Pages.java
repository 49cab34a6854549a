package org.colloquy.desktop.ui.parts;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;

/// The pages of a dialog, each behind a button.
public final class Pages {
  private Pages() {}

  /// Shows a page while its button is down.
  ///
  /// @param open runs each time it is shown
  public static void page(ToggleButton button, Node page, Runnable open) {
    page.setVisible(false);
    button.setOnAction(_ -> button.setSelected(true));
    button
        .selectedProperty()
        .addListener((_, _, selected) -> {
          page.setVisible(selected);
          if (selected) {
            open.run();
          }
        });
  }
}
