package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a small disk of memory, which only root can make.
class DiskFullTest {
  @TempDir Path disk;

  private boolean mounted;

  @BeforeEach
  void makeSmallDisk() {
    mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
    Assumptions.assumeTrue(mounted, "no right to mount a disk here");
  }

  @AfterEach
  void removeSmallDisk() {
    if (mounted) {
      succeeds("umount", "-l", disk.toString());
    }
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

  @Test
  void losesNothingAcknowledgedAndGoesOnByItselfWhenThereIsSpaceAgain() {
    var acknowledged = new ArrayList<String>();
    try (var database = Database.inFolder(disk)) {
      var notes = new Notes(database).prepared();
      assertThat(fill(notes, acknowledged)).contains("the disk is full");
      assertThat(succeeds("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .ignoreExceptions()
          .until(() -> {
            notes.add("after");
            return true;
          });
      acknowledged.add("after");
      assertThat(notes.all()).containsAll(acknowledged);
    }
    try (var database = Database.inFolder(disk)) {
      assertThat(new Notes(database).all()).containsAll(acknowledged);
    }
  }

  private static String fill(Notes notes, List<String> acknowledged) {
    for (int i = 0; i < 10_000; i++) {
      var name = i + "x".repeat(4_000);
      try {
        notes.add(name);
        acknowledged.add(name);
      } catch (ProblemException failure) {
        return failure.problem().toString();
      }
    }
    return "never full";
  }

  @Test
  void saysThatTheDiskIsFullAtTheStart() throws IOException {
    fillTheDisk();
    var thrown =
        catchThrowableOfType(ProblemException.class, () -> Database.inFolder(disk).close());
    assertThat(thrown).isNotNull();
    assertThat(((Problem.Unavailable) thrown.problem()).why()).contains("the disk is full");
    Files.delete(disk.resolve("rubbish"));
    try (var database = Database.inFolder(disk)) {
      assertThat(new Notes(database).all()).isEmpty();
    }
  }

  private void fillTheDisk() throws IOException {
    try (var rubbish = Files.newOutputStream(disk.resolve("rubbish"))) {
      for (int i = 0; i < 10_000; i++) {
        rubbish.write(new byte[4_096]);
      }
    } catch (IOException _) {
      assertThat(disk.resolve("rubbish")).isNotEmptyFile();
    }
  }
}
