package org.colloquy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Views as the program that people have loads them: from its jar.
class ViewFileTest {
  @TempDir Path folder;

  private Path jar() {
    var jar = folder.resolve("app-desktop.jar");
    var classes = Path.of("target", "classes").toString();
    int status =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "-c", "-f", jar.toString(), "-C", classes, ".");
    assertThat(status).isZero();
    return jar;
  }

  @Test
  void isFoundInAJarAlsoBesideTheShell() throws Exception {
    var nobody = ClassLoader.getPlatformClassLoader();
    try (var loader = new URLClassLoader(new URL[] {jar().toUri().toURL()}, nobody)) {
      var found = loader.loadClass(ViewFile.class.getName()).getDeclaredMethod("of", String.class);
      found.setAccessible(true);

      assertThat(found.invoke(null, "Shell.fxml")).asString().endsWith("ui/shell/Shell.fxml");
      assertThat(found.invoke(null, "../keys/Keys.fxml")).asString().endsWith("ui/keys/Keys.fxml");
      assertThat(found.invoke(null, "../chat/QuickAsk.fxml"))
          .asString()
          .startsWith("jar:")
          .endsWith("ui/chat/QuickAsk.fxml");
    }
  }
}
