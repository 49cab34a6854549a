package org.colloquy.server.core.document;

import java.io.InputStream;
import java.io.Writer;
import java.util.List;

/// Reads the tables of spreadsheets, outside of this process.
public interface Sheets {
  /// What its sheets are called, in their order.
  ///
  /// @param content is read to its end and left open
  /// @throws org.colloquy.model.ProblemException Unavailable with a sentence when it is no
  ///   spreadsheet
  List<String> names(InputStream content);

  /// One sheet as CSV, row by row: commas, quotes where needed, lines ended by a line feed; dates
  /// as in ISO 8601, numbers as they are, without their format.
  ///
  /// @param content is read to its end and left open
  /// @param out has got some rows when this fails in the middle
  /// @throws org.colloquy.model.ProblemException NotFound when there is no such sheet; Unavailable
  ///   with a sentence when it cannot be read
  void csv(InputStream content, String sheet, Writer out);
}
