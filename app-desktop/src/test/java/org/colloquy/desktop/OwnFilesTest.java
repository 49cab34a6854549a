package org.colloquy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.SmallPdf;
import org.junit.jupiter.api.Test;

/// Files in the program as a person has it, without a key: the model is the built-in one.
class OwnFilesTest extends WholeProgram {
  private static final List<List<String>> PAPER =
      List.of(
          List.of("The northern ridge", "We climbed it in June, and took rain for granted."),
          List.of(
              "How the samples were kept",
              "The gneiss samples of the northern ridge were kept at minus eighty",
              "degrees until spring, in boxes of birch wood."));

  private void paste(File file) {
    interact(() -> {
      var content = new ClipboardContent();
      content.putFiles(List.of(file));
      Clipboard.getSystemClipboard().setContent(content);
    });
    clickOn(".composer-area").push(KeyCode.CONTROL, KeyCode.V);
  }

  @Test
  void answersFromAPaperThatWasJustAddedAndShowsTheCitedWordsOnItsPage() throws IOException {
    var paper = Files.write(folder.resolve("ridge.pdf"), SmallPdf.of(PAPER)).toFile();
    try (var program = new Running()) {
      until(() -> shows("is ready"));
      paste(paper);
      until(() -> shows("ridge.pdf"));
      ask("How were the gneiss samples kept?");
      until(() -> lookup(".markdown .mark").tryQuery().isPresent());
      program.picture("cited-light");
      assertThat(shows("kept at minus eighty")).isTrue();
      clickOn(".markdown .mark");
      until(() -> shows("Page 2"));
      until(() -> lookup(".page-mark").tryQuery().isPresent());
      program.picture("cited-page-light");
    }
  }

  @Test
  void saysHowLargeAFileMayBeWhenItIsLarger() throws IOException {
    var large = folder.resolve("large.bin").toFile();
    try (var file = new RandomAccessFile(large, "rw")) {
      file.setLength(200L * 1024 * 1024);
    }
    try (var program = new Running("--largest-file", "1")) {
      until(() -> shows("is ready"));
      paste(large);
      until(() -> shows("This is too large: at most 1 MB can be sent."));
      program.picture("too-large-light");
    }
  }
}
