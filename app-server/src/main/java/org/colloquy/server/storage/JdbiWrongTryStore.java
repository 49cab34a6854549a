package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.colloquy.server.core.identity.WrongTries;
import org.colloquy.server.core.identity.WrongTryStore;
import org.jdbi.v3.core.Handle;

/// Keeps how many wrong tries to sign in there were of late.
public final class JdbiWrongTryStore implements WrongTryStore {
  private final Database database;

  public JdbiWrongTryStore(Database database) {
    this.database = database;
  }

  @Override
  public Map<Subject, WrongTries> find(Collection<Subject> subjects) {
    return database.read(handle -> find(handle, subjects));
  }

  private static Map<Subject, WrongTries> find(Handle handle, Collection<Subject> subjects) {
    var found = new HashMap<Subject, WrongTries>();
    for (var subject : subjects) {
      find(handle, subject).ifPresent(tries -> found.put(subject, tries));
    }
    return found;
  }

  private static Optional<WrongTries> find(Handle handle, Subject subject) {
    return handle
        .createQuery("select * from wrong_try where kind = :kind and hash = :hash")
        .bind("kind", subject.kind())
        .bind("hash", subject.hash())
        .map((row, _) -> tries(row))
        .findOne();
  }

  @Override
  public void change(Collection<Subject> subjects, UnaryOperator<Map<Subject, WrongTries>> decide) {
    database.write(handle -> {
      takeTurn(handle);
      var before = find(handle, subjects);
      var after = decide.apply(before);
      for (var subject : subjects) {
        var tries = after.get(subject);
        if (tries == null) {
          remove(handle, subject);
        } else if (!tries.equals(before.get(subject))) {
          put(handle, subject, tries);
        }
      }
      subjects.stream().map(Subject::kind).distinct().forEach(kind -> keepTheNewest(handle, kind));
      return true;
    });
  }

  /// Until the transaction ends, nobody else has it. A row that is not there yet cannot be locked.
  private static void takeTurn(Handle handle) {
    handle.createQuery("select id from wrong_try_turn for update").mapTo(Integer.class).one();
  }

  private static void remove(Handle handle, Subject subject) {
    handle.execute(
        "delete from wrong_try where kind = ? and hash = ?", subject.kind(), subject.hash());
  }

  /// The row is a new one, with the highest number: the others are older.
  private static void put(Handle handle, Subject subject, WrongTries tries) {
    remove(handle, subject);
    handle.execute(
        "insert into wrong_try (kind, hash, tries, since, forgotten_at) values (?, ?, ?, ?, ?)",
        subject.kind(),
        subject.hash(),
        tries.count(),
        Columns.column(tries.since()),
        Columns.column(tries.forgottenAt()));
  }

  private static void keepTheNewest(Handle handle, String kind) {
    int kept =
        handle
            .createQuery("select count(*) from wrong_try where kind = :kind")
            .bind("kind", kind)
            .mapTo(Integer.class)
            .one();
    for (; kept > MOST; kept--) {
      handle.execute(
          """
          delete from wrong_try
          where kind = ? and number = (select min(number) from wrong_try where kind = ?)
          """,
          kind,
          kind);
    }
  }

  @Override
  public void forget(Instant now) {
    if (areAnyForgotten(now)) {
      database.write(handle -> {
        takeTurn(handle);
        return handle.execute("delete from wrong_try where forgotten_at <= ?", Columns.column(now));
      });
    }
  }

  /// So that a computer on which nobody signs in writes nothing.
  private boolean areAnyForgotten(Instant now) {
    return database.read(handle ->
        handle
                .createQuery("select count(*) from wrong_try where forgotten_at <= :now")
                .bind("now", Columns.column(now))
                .mapTo(Integer.class)
                .one()
            > 0);
  }

  private static WrongTries tries(ResultSet row) throws SQLException {
    return new WrongTries(
        row.getInt("tries"), Columns.time(row, "since"), Columns.time(row, "forgotten_at"));
  }
}
