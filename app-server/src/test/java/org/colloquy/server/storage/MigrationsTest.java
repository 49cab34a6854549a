package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  private static final Migrations NEXT =
      new Migrations(9001, List.of("classpath:db/migration", "classpath:db/next"));

  @TempDir Path folder;

  private H2Database next() {
    return H2Database.open(new FolderPlace(folder, NEXT));
  }

  @Test
  void knowsItsNewestScript() throws IOException, URISyntaxException {
    var scripts =
        Path.of(
            Objects.requireNonNull(Database.class.getResource("/db/migration/V1__first.sql"))
                .toURI());
    try (var files = Files.list(Objects.requireNonNull(scripts.getParent()))) {
      assertThat(files.map(file -> file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1")))
          .doesNotHaveDuplicates()
          .extracting(Integer::valueOf)
          .satisfies(all -> assertThat(Collections.max(all)).isEqualTo(Migrations.OURS.newest()));
    }
  }

  @Test
  void bringsAnOlderDatabaseToTheNewestShapeAndKeepsTheOldFile() {
    try (var database = Database.inFolder(folder)) {
      new Notes(database).prepared().add("older");
    }
    try (var database = next()) {
      assertThat(new Notes(database).all()).containsExactly("older");
      database.write(handle -> handle.execute("insert into newer (id) values (1)"));
    }
    assertThat(folder.resolve("colloquy-before-9001.mv.db")).isNotEmptyFile();
  }

  @Test
  void keepsTheThreeNewestFilesFromBeforeAChangeOfShape() throws IOException {
    Database.inFolder(folder).close();
    for (int version : List.of(9, 10, 24, 25)) {
      Files.writeString(folder.resolve("colloquy-before-" + version + ".mv.db"), "old");
    }
    Files.writeString(folder.resolve("colloquy-before-a-holiday.mv.db"), "not ours");

    next().close();

    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith("colloquy-before-"))
          .containsExactlyInAnyOrder(
              "colloquy-before-9001.mv.db",
              "colloquy-before-25.mv.db",
              "colloquy-before-24.mv.db",
              "colloquy-before-a-holiday.mv.db");
    }
  }

  @Test
  void refusesADatabaseMadeByANewerProgram() {
    next().close();
    var thrown =
        catchThrowableOfType(ProblemException.class, () -> Database.inFolder(folder).close());
    assertThat(thrown).isNotNull();
    assertThat(((Problem.Unavailable) thrown.problem()).why())
        .startsWith("The database was made by a newer Colloquy");
    try (var database = next()) {
      assertThat(new Notes(database).all()).isEmpty();
    }
  }
}
