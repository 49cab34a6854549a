package org.colloquy.server.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipEntriesTest {
  @TempDir Path folder;

  /// More than an old zip file could count.
  @Test
  void holdsAsManyEntriesAsThereAre() throws IOException {
    var file = folder.resolve("many.zip");
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      var zip = new ZipEntries(out);
      for (int i = 0; i < 70_000; i++) {
        zip.in("conversations/talk-" + i + ".md").write('x');
      }
      zip.end();
    }
    try (var read = new ZipFile(file.toFile())) {
      assertThat(read.size()).isEqualTo(70_000);
      assertThat(read.getEntry("conversations/talk-69999.md").getSize()).isEqualTo(1);
    }
  }

  @Test
  void goesOnInAnEntryUntilTheNextBegins() throws IOException {
    var file = folder.resolve("two.zip");
    try (var out = Files.newOutputStream(file)) {
      var zip = new ZipEntries(out);
      zip.in("a").write("one ".getBytes(StandardCharsets.UTF_8));
      zip.in("a").write("two".getBytes(StandardCharsets.UTF_8));
      zip.in("b");
      assertThat(zip.written())
          .containsExactly(
              new ZipEntries.Written(
                  "a", 7, "8ab63e29a4ba14e4e1688f9c15e5af90895421358c945b0431f85d66977bd3d2"),
              new ZipEntries.Written(
                  "b", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
      zip.end();
    }
    try (var read = new ZipFile(file.toFile());
        var content = read.getInputStream(read.getEntry("a"))) {
      assertThat(content).hasContent("one two");
    }
  }
}
