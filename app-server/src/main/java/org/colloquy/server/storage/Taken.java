package org.colloquy.server.storage;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Turns a broken unique constraint into the conflict that it means.
final class Taken {
  private static final String UNIQUE_VIOLATION = "23505";

  private Taken() {}

  /// @param meanings the conflict's word by the constraint's name
  static <T> T checked(Map<String, String> meanings, Supplier<T> change) {
    try {
      return change.get();
    } catch (UnableToExecuteStatementException failure) {
      if (failure.getCause() instanceof SQLException cause
          && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
        var said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        for (var meaning : meanings.entrySet()) {
          if (said.contains(meaning.getKey())) {
            throw new ProblemException(new Problem.Conflict(meaning.getValue()), failure);
          }
        }
      }
      throw failure;
    }
  }
}
