package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.desktop.client.Upload;
import org.colloquy.model.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeantFilesTest {
  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("papers"));
  }

  private Path write(String name) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "words");
  }

  private static List<String> names(List<Upload.Content> meant) {
    return meant.stream().map(Upload.Content::name).toList();
  }

  private static void assertRefused(Upload.Content meant, String why) {
    assertThatThrownBy(() -> meant.bytes().open())
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().toString()).contains(why));
  }

  @Test
  void takesAFolderForAllThatLiesInItButNothingHidden() throws IOException {
    write("b.pdf");
    write("a.pdf");
    write("inner/c.pdf");
    write(".git/config");
    write(".DS_Store");
    assertThat(names(MeantFiles.by(List.of(folder)))).containsExactly("a.pdf", "b.pdf", "c.pdf");
  }

  @Test
  void takesAHiddenFileThatWasChosenItself() throws IOException {
    assertThat(names(MeantFiles.by(List.of(write(".notes"))))).containsExactly(".notes");
  }

  @Test
  void saysOfAFolderWithTooManyFilesThatItIsTooLarge() throws IOException {
    for (int i = 0; i <= MeantFiles.MOST; i++) {
      write(i + ".txt");
    }
    var meant = MeantFiles.by(List.of(folder));
    assertThat(names(meant)).containsExactly("papers");
    assertRefused(meant.getFirst(), "more than 200 files");
  }

  @Test
  void saysThatAFolderIsEmptyAndThatAFileIsGone() {
    var meant = MeantFiles.by(List.of(folder, root.resolve("gone.txt")));
    assertThat(names(meant)).containsExactly("papers", "gone.txt");
    assertRefused(meant.getFirst(), "no files");
    assertRefused(meant.getLast(), "cannot be read");
  }
}
