package org.colloquy.server.storage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.colloquy.model.ColumnType;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TableRows;
import org.colloquy.server.core.table.TableData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableDatabasesTest extends TableDatabasesCase {
  @Test
  void keepsRowsWithTheirTypesUntilItIsOpenedAgain() {
    fill();
    tables().close();

    var rows = open("").query(TALK, "select * from wells order by n", 100);

    assertThat(rows.columns())
        .extracting(TableRows.ResultColumn::type)
        .containsExactly(ColumnType.TEXT, ColumnType.DECIMAL, ColumnType.INTEGER);
    assertThat(rows.rows().getFirst()).containsExactly("A-0", "0.5", "0");
    assertThat(tables().has(TALK, "wells")).isTrue();
    assertThat(tables().has(TALK, "others")).isFalse();
    assertThat(tables().has(OTHER, "wells")).isFalse();
    assertThat(tables().all()).containsExactly(TALK);
  }

  @Test
  void showsNothingOfATableBeforeAllOfItIsThere() {
    fill();
    var seen = new AtomicReference<@Nullable TableRows>();
    var names = new AtomicReference<@Nullable String>();
    TableData.Source halfRead =
        sink -> {
          wells(20_000).read(sink);
          seen.set(ask("select count(*) from wells"));
          names.set(why("select count(*) from later"));
          throw new ProblemException(new Problem.Unavailable("broken"));
        };

    assertThatThrownBy(() -> tables().load(TALK, "wells", COLUMNS, halfRead))
        .isInstanceOf(ProblemException.class);

    assertThat(Objects.requireNonNull(seen.get()).rows()).containsExactly(List.of("3"));
    assertThat(names.get()).contains("not found");
    assertThat(ask("select count(*) from wells").rows()).containsExactly(List.of("3"));
    assertThat(tables().load(TALK, "wells", COLUMNS, wells(5))).isEqualTo(5);
    assertThat(ask("select count(*) from wells").rows()).containsExactly(List.of("5"));
  }

  @Test
  void handsOutPagesInTheOrderOfTheFile() {
    open("").load(TALK, "wells", COLUMNS, wells(2_500));

    var page = tables().rows(TALK, "wells", 1_200, 2);

    assertThat(page.rows())
        .containsExactly(List.of("A-1200", "1200.5", "1200"), List.of("A-1201", "1201.5", "1201"));
    assertThat(tables().rows(TALK, "wells", 2_499, 100).rows()).hasSize(1);
    assertThat(tables().rows(TALK, "wells", 9_000, 100).rows()).isEmpty();
  }

  @Test
  void isEncryptedWhenItHasAPasswordAndNeverLeavesTheOtherFormBehind() throws Exception {
    fill();
    tables().close();
    var file = folder.resolve("tables").resolve(TALK + ".mv.db");

    open("secret").load(TALK, "wells", COLUMNS, wells(2_000));
    assertThat(ask("select count(*) from wells").rows()).containsExactly(List.of("2000"));
    tables().close();

    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .startsWith("H2encrypt")
        .doesNotContain("A-1");
    assertThat(open("secret").has(TALK, "wells")).isTrue();
    tables().close();
    assertThat(open("").all()).isEmpty();
  }

  @Test
  void isClosedWhenNobodyAskedForAWhile() {
    opened = TableDatabases.in(folder.resolve("tables"), "", Duration.ofMillis(1));
    tables().load(TALK, "wells", COLUMNS, wells(3));

    await().until(() -> tables().opened() == 0);

    assertThat(ask("select count(*) from wells").rows()).containsExactly(List.of("3"));
  }

  @Test
  void forgetsAConversationWhileItIsOpen() throws Exception {
    fill();
    tables().load(OTHER, "wells", COLUMNS, wells(1));

    tables().remove(TALK);
    tables().drop(OTHER, "wells");

    assertThat(tables().all()).containsExactly(OTHER);
    assertThat(tables().has(OTHER, "wells")).isFalse();
    try (var files = Files.list(folder.resolve("tables"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void forgetsTablesThatNobodyKnowsAnyMore() {
    fill();
    tables().load(TALK, "later", COLUMNS, wells(1));

    tables().keep(TALK, Set.of("later"));

    assertThat(why("select * from wells")).contains("not found");
    assertThat(ask("select count(*) from later").rows()).containsExactly(List.of("1"));
  }

  @Test
  void takesNoTableForAnotherOne() {
    fill();
    tables().load(TALK, "axb", COLUMNS, wells(1));
    tables().load(TALK, "growing_up", COLUMNS, wells(1));

    assertThat(tables().has(TALK, "a_b")).isFalse();
    assertThat(tables().has(TALK, "growing_up")).isTrue();
    tables().keep(TALK, Set.of("wells"));
    assertThat(tables().has(TALK, "growing_up")).isFalse();
  }

  @Test
  void dropsWhatWasNotReadToItsEndWhenTheProgramDied() throws Exception {
    fill();
    tables().close();
    var path = folder.resolve("tables").resolve(TALK.toString()).toAbsolutePath();
    var half = "growing_" + "0123456789abcdef".repeat(2);
    var dying = TableFile.open(path, "");
    try (var statement = dying.owner().createStatement()) {
      statement.execute("create table %s (well varchar)".formatted(half));
    }
    dying.close();

    var file = TableFile.open(path, "");
    try (var found = file.owner().getMetaData().getTables(null, "PUBLIC", half, null)) {
      assertThat(found.next()).isFalse();
      assertThat(file.tables()).containsExactly("wells");
    } finally {
      file.close();
    }
  }

  @Test
  void makesADamagedDatabaseAnew() throws Exception {
    fill();
    tables().close();
    Files.writeString(folder.resolve("tables").resolve(TALK + ".mv.db"), "damaged");

    assertThat(open("").has(TALK, "wells")).isFalse();
    assertThat(tables().load(TALK, "wells", COLUMNS, wells(2))).isEqualTo(2);
  }

  @Test
  void keepsConversationsApart() {
    fill();
    tables().load(OTHER, "salaries", COLUMNS, wells(1));

    assertThat(why("select * from salaries")).contains("not found");
  }
}
