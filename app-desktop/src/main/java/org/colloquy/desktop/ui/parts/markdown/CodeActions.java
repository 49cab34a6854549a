package org.colloquy.desktop.ui.parts.markdown;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.layout.StackPane;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.colloquy.desktop.ui.parts.Saving;

/// What can be done with code, and what was done with it: a block that was unfolded stays so when
/// it comes into view again.
public final class CodeActions {
  private static final int BEGINNING = 400;

  private final Saving saving;
  private final Set<String> unfolded = new HashSet<>();
  private final Set<String> wrapped = new HashSet<>();

  public CodeActions(Background background, SaveDialog dialog) {
    saving = new Saving(background, dialog);
  }

  /// Asks where, and writes it there.
  ///
  /// @param failure where it is told that this did not work
  void save(String name, String text, StackPane failure) {
    saving.save(name, () -> (text + "\n").getBytes(StandardCharsets.UTF_8), failure);
  }

  boolean isUnfolded(String code) {
    return unfolded.contains(beginning(code));
  }

  void unfold(String code) {
    unfolded.add(beginning(code));
  }

  void fold(String code) {
    unfolded.remove(beginning(code));
  }

  boolean isWrapped(String code) {
    return wrapped.contains(beginning(code));
  }

  void turnWrapping(String code) {
    var key = beginning(code);
    if (!wrapped.remove(key)) {
      wrapped.add(key);
    }
  }

  /// Code that grows keeps its beginning.
  private static String beginning(String code) {
    return code.substring(0, Math.min(BEGINNING, code.length()));
  }
}
