package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a small disk of memory, which only root can make.
class DiskFullTest {
  @TempDir Path disk;
  private @Nullable SmallDisk small;

  @BeforeEach
  void makeSmallDisk() {
    small = SmallDisk.at(disk);
  }

  @AfterEach
  void removeSmallDisk() {
    if (small != null) {
      small.close();
    }
  }

  private SmallDisk small() {
    return Objects.requireNonNull(small);
  }

  @Test
  void losesNothingAcknowledgedAndGoesOnByItselfWhenThereIsSpaceAgain() {
    var acknowledged = new ArrayList<String>();
    try (var database = Database.inFolder(disk)) {
      var notes = new Notes(database).prepared();
      assertThat(fill(notes, acknowledged)).contains("the disk is full");
      small().grow();
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
    var rubbish = small().fill();
    var thrown =
        catchThrowableOfType(ProblemException.class, () -> Database.inFolder(disk).close());
    assertThat(thrown).isNotNull();
    assertThat(((Problem.Unavailable) thrown.problem()).why()).contains("the disk is full");
    Files.delete(rubbish);
    try (var database = Database.inFolder(disk)) {
      assertThat(new Notes(database).all()).isEmpty();
    }
  }
}
