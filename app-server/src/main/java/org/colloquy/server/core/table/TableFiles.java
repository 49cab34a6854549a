package org.colloquy.server.core.table;

import java.io.InputStream;
import java.util.List;
import org.colloquy.model.TableForm;

/// Reads files as rows of texts.
public interface TableFiles {
  /// What is in a file, to be read as often as it takes.
  interface Content {
    InputStream open();

    /// In bytes.
    long size();
  }

  /// Whether a file may hold tables, by its name and what its sender says that it is.
  boolean mayHold(String name, String mediaType);

  /// The tables of a file; none when it is no table by the look of it.
  ///
  /// @throws org.colloquy.model.ProblemException Unavailable with a sentence for the person when it
  ///   cannot be read
  List<SheetRows> sheets(String name, Content content);

  /// One table of a file, read in this form.
  ///
  /// @param sheet of a spreadsheet; empty for other files
  SheetRows sheet(String name, Content content, String sheet, TableForm form);
}
