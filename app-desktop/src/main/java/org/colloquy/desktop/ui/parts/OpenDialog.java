package org.colloquy.desktop.ui.parts;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Asks a person for a file that is there.
public interface OpenDialog {
  /// The chosen file; null when they changed their mind.
  @Nullable Path ask();
}
