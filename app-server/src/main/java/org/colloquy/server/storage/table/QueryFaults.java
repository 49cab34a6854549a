package org.colloquy.server.storage.table;

import java.sql.SQLException;
import org.h2.api.ErrorCode;

/// What went wrong with a question, as a sentence for whoever asked it.
final class QueryFaults {
  private static final int LONGEST = 400;

  private QueryFaults() {}

  static String sentence(SQLException fault) {
    return switch (fault.getErrorCode()) {
      case ErrorCode.STATEMENT_WAS_CANCELED -> "It took too long.";
      case ErrorCode.OUT_OF_MEMORY -> "It took too much memory.";
      case ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1, ErrorCode.ADMIN_RIGHTS_REQUIRED ->
          "Only the tables of this conversation can be read, and nothing can be changed.";
      case ErrorCode.METHOD_ONLY_ALLOWED_FOR_QUERY -> "Only a SELECT can be asked.";
      default -> firstLine(fault);
    };
  }

  /// H2 repeats the statement on the next line, and its own number.
  private static String firstLine(SQLException fault) {
    var line = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    int statement = line.indexOf("; SQL statement");
    var words = (statement < 0 ? line : line.substring(0, statement)).strip();
    var cut = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    return cut.endsWith(".") ? cut : cut + ".";
  }
}
