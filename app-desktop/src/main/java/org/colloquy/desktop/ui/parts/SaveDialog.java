package org.colloquy.desktop.ui.parts;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Asks a person where something shall be saved.
public interface SaveDialog {
  /// The chosen file; null when they changed their mind.
  ///
  /// @param name what the file is called when nothing else is said
  @Nullable Path ask(String name);
}
