package org.colloquy.desktop;

import java.net.URI;
import java.net.URL;
import java.util.Objects;
import org.colloquy.desktop.ui.shell.ShellView;

/// The files that views are loaded from.
final class ViewFile {
  private ViewFile() {}

  /// Where one is. In jars there is no way up from a folder, so that is gone before.
  ///
  /// @param file seen from the shell
  static URL of(String file) {
    var shell = URI.create("/" + ShellView.class.getPackageName().replace('.', '/') + "/");
    var place = shell.resolve(file).toString();
    return Objects.requireNonNull(ShellView.class.getResource(place), place);
  }
}
