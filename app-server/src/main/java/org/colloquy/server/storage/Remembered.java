package org.colloquy.server.storage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Answers about what every request asks for and hardly anybody changes: accounts, providers, keys.
/// They are kept until the next change, which is exact as long as one process does all changes.
final class Remembered {
  private static final int MOST = 10_000;

  private final Database database;
  private final boolean keeps;
  private final Map<Object, Object> answers = new HashMap<>();
  private long changes;

  private Remembered(Database database, boolean keeps) {
    this.database = database;
    this.keeps = keeps;
  }

  /// For a database that nobody else writes to.
  static Remembered of(Database database) {
    return new Remembered(database, true);
  }

  /// For a database that others write to as well: keeps nothing.
  static Remembered notOf(Database database) {
    return new Remembered(database, false);
  }

  /// As [Database#read], unless the answer is known.
  ///
  /// @param question equal for equal answers, and never for others
  <T> T read(Object question, Work<T> work) {
    return read(question, work, _ -> true);
  }

  /// As [#read], but what is not there is not remembered, so that guesses leave nothing behind.
  <T> Optional<T> find(Object question, Work<Optional<T>> work) {
    return read(question, work, Optional::isPresent);
  }

  @SuppressWarnings("unchecked") // the same question always has an answer of the same type
  private <T> T read(Object question, Work<T> work, Predicate<T> worthKeeping) {
    long before;
    synchronized (answers) {
      var known = answers.get(question);
      if (known != null) {
        return (T) known;
      }
      before = changes;
    }
    var found = database.read(work);
    synchronized (answers) {
      // What was read while something changed may be what was there before.
      if (keeps && worthKeeping.test(found) && before == changes && answers.size() < MOST) {
        answers.put(question, found);
      }
    }
    return found;
  }

  /// As [Database#write], and forgets everything.
  <T> T write(Work<T> work) {
    try {
      return database.write(work);
    } finally {
      synchronized (answers) {
        changes++;
        answers.clear();
      }
    }
  }
}
