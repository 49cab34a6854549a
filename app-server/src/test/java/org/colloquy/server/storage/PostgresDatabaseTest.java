package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditEvent.Outcome;
import org.colloquy.server.core.audit.AuditLog;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest {
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
