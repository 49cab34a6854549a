package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPlaceTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("colloquy.mv.db");
  }

  private static void fill(Path where) {
    try (var database = Database.inFolder(where)) {
      var notes = new Notes(database).prepared();
      for (int i = 0; i < 2_000; i++) {
        notes.add("precious" + i);
      }
    }
  }

  private List<String> notes() {
    try (var database = Database.inFolder(folder)) {
      return new Notes(database).all();
    }
  }

  private static String refusal(Path where) {
    var thrown =
        catchThrowableOfType(ProblemException.class, () -> Database.inFolder(where).close());
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem()).isInstanceOf(Problem.Unavailable.class);
    return ((Problem.Unavailable) thrown.problem()).why();
  }

  @Test
  void refusesAnEmptyFileWhereADatabaseWas() throws IOException {
    fill(folder);
    Files.write(file(), new byte[0]);
    assertThat(refusal(folder)).contains(file() + " is missing or empty, but there was one");
    assertThat(file()).isEmptyFile();
  }

  @Test
  void refusesAMissingFileWhereADatabaseWas() throws IOException {
    fill(folder);
    Files.delete(file());
    assertThat(refusal(folder)).contains("is missing or empty, but there was one");
    assertThat(file()).doesNotExist();
  }

  @Test
  void refusesAFileOfRandomBytesAndLeavesItAsItIs() throws IOException {
    fill(folder);
    var bytes = new byte[100_000];
    new Random(1).nextBytes(bytes);
    Files.write(file(), bytes);
    Files.writeString(folder.resolve("instance.json"), "");
    assertThat(refusal(folder))
        .isEqualTo("The database file " + file() + " is damaged; put it back from a copy.");
    assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    fill(folder);
    var whole = Files.readAllBytes(file());
    for (int percent : List.of(1, 25, 50, 75, 90, 99)) {
      Files.write(file(), Arrays.copyOf(whole, whole.length / 100 * percent));
      assertThat(refusal(folder)).contains(file().toString());
    }
    Files.write(file(), whole);
    assertThat(notes()).hasSize(2_000);
  }

  @Test
  void refusesTheDatabaseOfAnotherInstance(@TempDir Path other) throws IOException {
    fill(folder);
    fill(other);
    Files.copy(
        other.resolve("colloquy.mv.db"), file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(refusal(folder)).contains("Nothing was changed. Put it back from a copy;");
  }

  @Test
  void takesADatabaseWhoseInstanceNobodyWroteDown() throws IOException {
    fill(folder);
    Files.delete(folder.resolve("instance.json"));
    assertThat(notes()).hasSize(2_000);
    Files.write(folder.resolve("instance.json"), new byte[0]);
    assertThat(notes()).hasSize(2_000);
    assertThat(folder.resolve("instance.json")).isNotEmptyFile();
  }

  @Test
  void startsAgainAfterAStartThatDied() throws IOException {
    Files.writeString(folder.resolve("colloquy-unfinished.mv.db"), "half of a database");
    assertThat(notes()).isEmpty();
    assertThat(folder.resolve("colloquy-unfinished.mv.db")).doesNotExist();
  }

  @Test
  void refusesAFolderThatIsInUse() {
    try (var database = Database.inFolder(folder)) {
      assertThat(refusal(folder)).startsWith("Another Colloquy uses the data folder " + folder);
      new Notes(database).prepared().add("still here");
    }
    assertThat(notes()).containsExactly("still here");
  }

  @Test
  void refusesAFolderThatIsAFile() throws IOException {
    var path = folder.resolve("file");
    Files.writeString(path, "words");
    assertThat(refusal(path)).startsWith("The data folder " + path + " is a file.");
    assertThat(refusal(path.resolve("inside"))).contains("cannot be used");
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws IOException {
    Assumptions.assumeTrue(hasPosixRights());
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    try {
      Assumptions.assumeFalse(Files.isWritable(folder), "rights do not bind this user");
      assertThat(refusal(folder)).contains("it cannot be written");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void letsNobodyElseReadWhatItMakes() throws IOException {
    Assumptions.assumeTrue(hasPosixRights());
    var made = folder.resolve("a/b");
    fill(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwx------");
    try (var files = Files.list(made)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
  }

  private static boolean hasPosixRights() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
