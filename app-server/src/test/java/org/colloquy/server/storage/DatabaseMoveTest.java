package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Sentences;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Moves a library in which every table that there is has rows, made from what the database says of
/// its columns.
class DatabaseMoveTest {
  private static final String TEXT = "æøå 漢字 😀 'quoted' \\ \n\t";

  @TempDir Path folder;

  private final Random random = new Random(7);
  private final String address = Postgres.address();
  private final List<String> said = new ArrayList<>();

  private H2File file() {
    return new H2File(folder.resolve("colloquy"), Database.NO_PASSWORD);
  }

  private DatabaseMove move(Path path) {
    return new DatabaseMove(path, address, null, said::add);
  }

  @BeforeEach
  void fillEveryTable() throws SQLException {
    Database.inFolder(folder).close();
    try (var held = DataFolder.take(folder)) {
      file().fill(this::fill);
      held.remember(
          new DataFolder.Known(held.known().orElseThrow().instance(), DataFolder.Known.OPEN));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void fill(Connection connection) throws SQLException {
    for (var table : TableShape.all(connection)) {
      boolean begun = rows(connection, table.name()) > 0;
      for (int row = 0; row < 2 && !begun; row++) {
        add(connection, table, row);
      }
    }
  }

  private static long rows(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("select count(*) from " + TableShape.quoted(table))) {
      found.next();
      return found.getLong(1);
    }
  }

  private void add(Connection connection, TableShape table, int row) throws SQLException {
    var references = references(connection, table.name());
    try (var found = connection.getMetaData().getColumns(null, "public", table.name(), "%");
        var insert = connection.prepareStatement(table.insert())) {
      while (found.next()) {
        var column = found.getString("COLUMN_NAME");
        boolean empty = row > 0 && found.getInt("NULLABLE") == 1;
        var value =
            references.containsKey(column)
                ? referred(connection, references.get(column), row)
                : value(found.getInt("DATA_TYPE"), found.getInt("COLUMN_SIZE"), row);
        insert.setObject(table.columns().indexOf(column) + 1, empty ? null : value);
      }
      insert.execute();
    }
  }

  private static Map<String, String> references(Connection connection, String table)
      throws SQLException {
    var references = new HashMap<String, String>();
    try (var keys = connection.getMetaData().getImportedKeys(null, "public", table)) {
      while (keys.next()) {
        references.put(
            keys.getString("FKCOLUMN_NAME"),
            "select %s from %s"
                .formatted(
                    TableShape.quoted(keys.getString("PKCOLUMN_NAME")),
                    TableShape.quoted(keys.getString("PKTABLE_NAME"))));
      }
    }
    return references;
  }

  private static Object referred(Connection connection, String query, int row) throws SQLException {
    var found = new ArrayList<Object>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getObject(1));
      }
    }
    return found.get(Math.min(row, found.size() - 1));
  }

  private Object value(int type, int size, int row) {
    return switch (type) {
      case Types.OTHER, Types.BINARY -> new UUID(random.nextLong(), random.nextLong());
      case Types.VARCHAR, Types.LONGVARCHAR -> {
        var text = random.nextInt(10_000) + TEXT;
        yield text.substring(0, Math.min(text.length(), Math.min(size, 4)))
            + (size > text.length() ? text : "");
      }
      case Types.BOOLEAN, Types.BIT -> row % 2 == 0;
      case Types.INTEGER -> random.nextInt(1, 1_000_000);
      case Types.BIGINT -> random.nextLong(5_000, 1L << 60);
      case Types.REAL -> random.nextFloat();
      case Types.DOUBLE -> random.nextDouble();
      case Types.DATE -> LocalDate.of(2026, 2, 1 + random.nextInt(28));
      case Types.VARBINARY -> {
        var bytes = new byte[random.nextInt(100)];
        random.nextBytes(bytes);
        yield bytes;
      }
      case Types.TIMESTAMP_WITH_TIMEZONE ->
          Instant.ofEpochSecond(random.nextLong(2_000_000_000L), random.nextLong(1_000_000_000))
              .truncatedTo(ChronoUnit.MICROS)
              .atOffset(ZoneOffset.ofHours(2));
      default -> throw new AssertionError("a type that this test does not know: " + type);
    };
  }

  /// Every table with its rows as the database itself writes them.
  private static Map<String, List<String>> everything(Connection connection) throws SQLException {
    var all = new TreeMap<String, List<String>>();
    for (var table : TableShape.all(connection)) {
      var rows = new ArrayList<String>();
      try (var statement = connection.createStatement();
          var found = statement.executeQuery(table.select())) {
        while (found.next()) {
          var row = new StringBuilder();
          for (int i = 1; i <= table.columns().size(); i++) {
            row.append(shown(found.getObject(i))).append('|');
          }
          rows.add(row.toString());
        }
      }
      rows.sort(null);
      all.put(table.name(), rows);
    }
    return all;
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case byte[] bytes -> java.util.HexFormat.of().formatHex(bytes);
      case java.sql.Timestamp time -> time.toInstant().toString();
      case java.time.OffsetDateTime time -> time.toInstant().toString();
      case null -> "none";
      default -> value.toString();
    };
  }

  private Map<String, List<String>> here() throws SQLException {
    try (var connection = file().openToRead()) {
      return everything(connection);
    }
  }

  private Map<String, List<String>> there() throws SQLException {
    try (var connection = DriverManager.getConnection(address)) {
      return everything(connection);
    }
  }

  @Test
  void bringsEveryRowOfEveryTableThereAndBack() throws SQLException {
    var before = here();
    assertThat(before).hasSizeGreaterThan(40);
    assertThat(before.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());

    var kept = move(folder).toServer();
    assertThat(there()).isEqualTo(before);
    assertThat(kept).isNotEmptyFile();
    assertThat(file().file()).doesNotExist();
    assertThat(said).contains("message: 2").hasSize(before.size());
    Database.onServer(folder, address, null).close();

    move(folder).fromServer();
    assertThat(here()).isEqualTo(before);
    Database.inFolder(folder).close();
    assertThat(here()).isEqualTo(before);
  }

  @Test
  void goesOnWithTheNumbersInBothDirections() throws SQLException {
    long next;
    try (var connection = file().openToRead()) {
      next = Product.H2.nextNumber(connection, "activity", "number");
    }
    move(folder).toServer();
    try (var connection = DriverManager.getConnection(address)) {
      assertThat(Product.POSTGRESQL.nextNumber(connection, "activity", "number")).isEqualTo(next);
      try (var statement = connection.createStatement()) {
        statement.execute(
            """
            insert into activity (conversation_id, kind, detail, happened_at)
            select id, 'test', '', current_timestamp from conversation limit 1
            """);
      }
    }
    move(folder).fromServer();
    try (var connection = file().openToRead()) {
      assertThat(Product.H2.nextNumber(connection, "activity", "number")).isEqualTo(next + 1);
    }
  }

  @Test
  void putsNothingIntoADatabaseThatIsNotEmpty() throws SQLException {
    move(folder).toServer();
    var there = there();
    var other = folder.resolve("other");
    Database.inFolder(other).close();
    refused(() -> move(other).toServer(), "The database on the server is not empty.");
    assertThat(there()).isEqualTo(there);
    assertThat(other.resolve("colloquy.mv.db")).exists();
    refused(() -> move(other).fromServer(), "has a database file already");
  }

  @Test
  void leavesEverythingWhereItWasWhenARowCannotBeKeptThere() throws SQLException, IOException {
    try (var held = DataFolder.take(folder)) {
      file()
          .fill(connection -> {
            try (var statement = connection.createStatement()) {
              statement.execute("update setting set content = 'a' || char(0)");
            }
          });
      held.remember(
          new DataFolder.Known(held.known().orElseThrow().instance(), DataFolder.Known.OPEN));
    }
    var before = here();
    refused(() -> move(folder).toServer(), "could not be moved, and is where it was");
    assertThat(here()).isEqualTo(before);
    assertThat(there().get("account")).isEmpty();
    Database.inFolder(folder).close();
  }

  @Test
  void leavesAnEncryptedFileAlone() throws IOException {
    var encrypted = folder.resolve("encrypted");
    Files.createDirectories(encrypted);
    Files.writeString(encrypted.resolve("colloquy.mv.db"), "H2encrypt\nand the rest");
    refused(() -> move(encrypted).toServer(), "decrypt-database");
  }

  @Test
  void takesNothingFromAServerIntoAFolderOfAnotherDatabase() {
    var other = folder.resolve("other");
    Database.onServer(other, Postgres.address(), null).close();
    refused(() -> move(other).fromServer(), "belongs to another database");
  }

  private static void refused(ThrowingCallable moving, String sentence) {
    var thrown = catchThrowableOfType(ProblemException.class, moving);
    assertThat(thrown).isNotNull();
    assertThat(Sentences.of(thrown.problem())).contains(sentence);
  }
}
