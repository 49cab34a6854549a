package org.colloquy.desktop.ui.parts;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks a person for a file that is there.
public interface OpenDialog {
  /// The chosen file; null when they changed their mind.
  @Nullable Path ask();

  /// The chosen files; none when they changed their mind.
  default List<Path> askSeveral() {
    var one = ask();
    return one == null ? List.of() : List.of(one);
  }
}
