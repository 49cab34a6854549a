package org.colloquy.desktop.ui.parts;

import javafx.scene.control.Label;
import org.colloquy.desktop.client.AuditCheck;
import org.colloquy.desktop.text.Text;
import org.jspecify.annotations.Nullable;

/// Says what a check of the audit log found.
public final class AuditWords {
  private static final int SHOWN = 12;

  private AuditWords() {}

  /// Says it here.
  ///
  /// @param check null says nothing
  public static void show(Label place, @Nullable AuditCheck check) {
    place.getStyleClass().removeAll("intact", "refused");
    if (check == null) {
      place.setText("");
    } else if (check.intact()) {
      place.setText(Text.of("privacy.log.intact", check.entries(), shortly(check.head())));
      place.getStyleClass().add("intact");
    } else {
      place.setText(Text.of("privacy.log.broken", check.broken()));
      place.getStyleClass().add("refused");
    }
  }

  private static String shortly(String hash) {
    return hash.length() > SHOWN ? hash.substring(0, SHOWN) : hash;
  }
}
