package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditEvent.Outcome;
import org.colloquy.server.core.audit.AuditLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresDatabaseTest {
  @TempDir Path folder;

  @Test
  void isSharedByTwoServers() {
    var address = Postgres.address();
    try (var one = Database.at(address);
        var other = Database.at(address)) {
      new Notes(one).prepared().add("shared");
      assertThat(new Notes(other).all()).containsExactly("shared");
      int instances =
          one.read(handle ->
              handle.createQuery("select count(*) from instance").mapTo(Integer.class).one());
      assertThat(instances).isEqualTo(1);
    }
  }

  @Test
  void keepsOneAuditLogForTwoServers() throws InterruptedException, ExecutionException {
    var address = Postgres.address();
    try (var one = Database.at(address);
        var other = Database.at(address);
        var servers = Executors.newVirtualThreadPerTaskExecutor()) {
      var logs = Stream.of(one, other).map(PostgresDatabaseTest::log).toList();
      var notes = logs.stream().map(PostgresDatabaseTest::noteFifty).toList();
      for (var done : servers.invokeAll(notes)) {
        done.get();
      }
      assertThat(logs.getFirst().check().intact()).isTrue();
      assertThat(logs.getFirst().check().head().number()).isEqualTo(100);
    }
  }

  private static AuditLog log(Database database) {
    return new AuditLog(new JdbiAuditStore(database), InstantSource.system());
  }

  private static Callable<Boolean> noteFifty(AuditLog log) {
    return () -> {
      for (int i = 0; i < 50; i++) {
        log.note(new AuditEvent(Action.SIGN_IN, Outcome.DONE, null, "", ""));
      }
      return true;
    };
  }

  @Test
  void takesShapeOnceThoughServersStartAtTheSameMoment()
      throws InterruptedException, ExecutionException {
    var address = Postgres.address();
    Callable<Database> start = () -> Database.at(address);
    try (var servers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var started : servers.invokeAll(List.of(start, start, start, start))) {
        started.get().close();
      }
    }
    try (var database = Database.at(address)) {
      int rows =
          database.read(handle ->
              handle
                  .createQuery(
                      """
                      select count(*) from "flyway_schema_history" where "version" is not null
                      """)
                  .mapTo(Integer.class)
                  .one());
      int versions =
          database.read(handle ->
              handle
                  .createQuery(
                      """
                      select count(distinct "version") from "flyway_schema_history"
                      where "version" is not null and "success"
                      """)
                  .mapTo(Integer.class)
                  .one());
      assertThat(rows).isEqualTo(versions).isPositive();
    }
  }

  @Test
  void leavesADatabaseOfANewerProgramAlone() {
    var address = Postgres.address();
    try (var database = Database.at(address)) {
      database.write(handle ->
          handle.execute(
              "update \"flyway_schema_history\" set \"version\" = '9999' where \"version\" = '1'"));
    }
    refused(() -> Database.at(address), "was made by a newer Colloquy");
  }

  @Test
  void letsNobodyElseInWhoeverWantsItAlone() {
    var address = Postgres.address();
    var first = Database.onServer(folder.resolve("one"), address, null);
    refused(
        () -> Database.onServer(folder.resolve("two"), address, null),
        "Another Colloquy uses this database.");
    first.close();
    Database.onServer(folder.resolve("two"), address, null).close();
  }

  @Test
  void takesItsLockAgainWhenTheConnectionOfItWasEnded() {
    var address = Postgres.address();
    try (var database = Database.onServer(folder, address, null);
        var other = Database.at(address)) {
      var holder = holder(other);
      other.write(handle -> handle.execute("select pg_terminate_backend(?)", holder));
      await().until(() -> holders(other).stream().anyMatch(pid -> !pid.equals(holder)));
      await().until(() -> isReached(database));
    }
  }

  private static int holder(Database database) {
    return holders(database).getFirst();
  }

  private static List<Integer> holders(Database database) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select pid from pg_locks where locktype = 'advisory' and granted
                and database = (select oid from pg_database where datname = current_database())
                """)
            .mapTo(Integer.class)
            .list());
  }

  private static boolean isReached(Database database) {
    try {
      return database.read(handle -> handle.createQuery("select true").mapTo(Boolean.class).one());
    } catch (ProblemException e) {
      assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class);
      return false;
    }
  }

  @Test
  void keepsAFolderWithTheDatabaseItBelongsTo() throws IOException {
    Database.onServer(folder, Postgres.address(), null).close();
    refused(
        () -> Database.onServer(folder, Postgres.address(), null), "belongs to another database");
    refused(() -> Database.inFolder(folder), "is missing or empty, but there was one");

    var withFile = folder.resolve("file");
    Database.inFolder(withFile).close();
    refused(
        () -> Database.onServer(withFile, Postgres.address(), null),
        "has a database file of its own");
  }

  @Test
  void saysWhatIsWrongWithTheLogin() {
    var address = Postgres.address();
    refused(
        () -> Database.onServer(folder, address.replace("user=postgres", "user=nobody"), "geheim"),
        "does not take this user with this password");
    refused(
        () -> Database.onServer(folder, address.replaceFirst("/colloquy\\d+", "/none"), "geheim"),
        "There is no database of this name");
  }

  private static void refused(ThrowingCallable opening, String sentence) {
    var thrown = catchThrowableOfType(ProblemException.class, opening);
    assertThat(thrown).isNotNull();
    assertThat(Sentences.of(thrown.problem())).contains(sentence);
  }

  @Test
  void refusesNullCharactersWithASentence() {
    try (var database = Database.at(Postgres.address())) {
      var notes = new Notes(database).prepared();
      refused(() -> notes.add("a\0b"), "Null characters are not allowed.");
      refused(
          () -> new JdbiAccountStore(database).findByName("a\0b"),
          "Null characters are not allowed.");
    }
  }

  @Test
  void undoesWorkThatFailed() {
    try (var database = Database.at(Postgres.address())) {
      var notes = new Notes(database).prepared();
      assertThatThrownBy(() ->
              database.write(handle -> {
                Notes.insert("undone").run(handle);
                throw new IllegalArgumentException("mine");
              }))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(notes.all()).isEmpty();
    }
  }

  @Test
  void saysWhenTheServerCannotBeReached() {
    var thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> Database.at("jdbc:postgresql://localhost:1/none?user=a&password=geheim"));
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem())
        .isEqualTo(new Problem.Unavailable("The PostgreSQL server cannot be reached."));
  }

  @Test
  void takesNoOtherKindOfAddress() {
    assertThatThrownBy(() -> Database.at("jdbc:h2:mem:x;INIT=create alias x for \"y\""))
        .isInstanceOf(ProblemException.class);
  }
}
