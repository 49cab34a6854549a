package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseEncryptionTest {
  private static final String WORD = "quokkacanary";

  @TempDir Path folder;

  private DatabaseEncryption encryption() {
    return new DatabaseEncryption(folder, DatabaseEncryptionTest::password);
  }

  private static String password() {
    return "00ff".repeat(16);
  }

  private Database database() {
    return Database.inFolder(folder, DatabaseEncryptionTest::password);
  }

  private Path file() {
    return folder.resolve("colloquy.mv.db");
  }

  private boolean isReadable() throws IOException {
    return new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1).contains(WORD);
  }

  @BeforeEach
  void write() {
    try (var database = Database.inFolder(folder)) {
      var notes = new Notes(database).prepared();
      IntStream.range(0, 500).forEach(i -> notes.add(WORD + i));
    }
  }

  @Test
  void hidesWhatIsWrittenAndWhatWasWrittenBefore() throws IOException {
    assertThat(isReadable()).isTrue();
    encryption().encrypt();
    try (var database = database()) {
      var notes = new Notes(database);
      notes.add(WORD + " again");
      assertThat(notes.all()).hasSize(501);
      assertThat(isReadable()).isFalse();
    }
    assertThat(isReadable()).isFalse();

    encryption().decrypt();

    assertThat(isReadable()).isTrue();
    try (var database = Database.inFolder(folder)) {
      assertThat(new Notes(database).all()).hasSize(501);
    }
  }

  @Test
  void staysEncryptedWhenTheFileIsBuiltAnewAfterAnErasure() throws IOException {
    encryption().encrypt();
    try (var database = database()) {
      database.write(
          handle -> handle.execute("insert into rebuild_wanted values (current_timestamp)"));
    }

    try (var database = database()) {
      assertThat(new Notes(database).all()).hasSize(500);
      assertThat(
              database.<Integer>read(handle ->
                  handle
                      .createQuery("select count(*) from rebuild_wanted")
                      .mapTo(Integer.class)
                      .one()))
          .isZero();
    }
    assertThat(encryption().isDone()).isTrue();
    assertThat(isReadable()).isFalse();
  }

  @Test
  void refusesAnotherPasswordAndLeavesTheFileAsItIs() throws IOException {
    encryption().encrypt();
    var before = Files.readAllBytes(file());

    var thrown =
        catchThrowableOfType(
            ProblemException.class, () -> Database.inFolder(folder, () -> "ff00".repeat(16)));

    assertThat(thrown).isNotNull();
    assertThat(((Problem.Unavailable) thrown.problem()).why())
        .contains("does not open with the password kept for it");
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void takesAnUnfinishedFileAwayThatADeadProcessLeft() throws IOException {
    var unfinished = Files.writeString(folder.resolve("colloquy-unfinished.mv.db"), WORD);
    encryption().encrypt();
    assertThat(unfinished).doesNotExist();
    Files.writeString(unfinished, WORD);

    database().close();

    assertThat(unfinished).doesNotExist();
  }
}
