package org.colloquy.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A small disk of memory, which only root can make. Elsewhere the test is skipped.
final class SmallDisk implements AutoCloseable {
  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  /// A disk of 16 MiB in place of an empty folder.
  static SmallDisk at(Path folder) {
    boolean mounted =
        succeeds("mount", "-t", "tmpfs", "-o", "size=16m,mode=700", "tmpfs", folder.toString());
    Assumptions.assumeTrue(mounted, "no right to mount a disk here");
    return new SmallDisk(folder);
  }

  /// Makes it 64 MiB.
  void grow() {
    if (!succeeds("mount", "-o", "remount,size=64m", path.toString())) {
      throw new AssertionError("the disk did not grow");
    }
  }

  /// Fills it to the last byte, and says with what.
  Path fill() throws IOException {
    var rubbish = path.resolve("rubbish");
    try (var out = Files.newOutputStream(rubbish)) {
      for (int i = 0; i < 10_000; i++) {
        out.write(new byte[4_096]);
      }
    } catch (IOException full) {
      if (Files.size(rubbish) > 0) {
        return rubbish;
      }
      throw full;
    }
    throw new AssertionError("never full");
  }

  @Override
  public void close() {
    succeeds("umount", "-l", path.toString());
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException | InterruptedException _) {
      return false;
    }
  }
}
