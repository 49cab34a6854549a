package org.colloquy.server.core.table;

import org.colloquy.model.TableForm;

/// One table of a file, as rows of texts.
public interface SheetRows {
  /// The sheet of a spreadsheet; empty for other files.
  String sheet();

  /// What could be told of its form before its values were looked at.
  TableForm form();

  /// How many values a row has.
  int width();

  /// Hands over all rows, from the first after what is left out.
  ///
  /// @throws org.colloquy.model.ProblemException Unavailable with a sentence for the person when it
  ///   cannot be read to its end
  void read(Taker taker);

  /// Takes rows.
  interface Taker {
    /// Takes the next row.
    ///
    /// @param line where the row begins in the file, from 1
    /// @param part how much of the file was read until here, from 0 to 1
    void row(long line, double part, String[] values);
  }
}
