package org.colloquy.server.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// The rows of a text with delimiters.
final class CsvRows {
  /// A character that no text has, for texts without quotes.
  private static final char NO_QUOTE = '\uFFFF';

  private final Reader text;
  private final String delimiter;
  private final String quote;
  private final int skip;

  private CsvRows(Reader text, String delimiter, String quote, int skip) {
    this.text = text;
    this.delimiter = delimiter;
    this.quote = quote;
    this.skip = skip;
  }

  static CsvRows of(Reader text, String delimiter, String quote, int skip) {
    return new CsvRows(text, delimiter, quote, skip);
  }

  static CsvRows of(String text, String delimiter, String quote, int skip) {
    return of(new StringReader(text), delimiter, quote, skip);
  }

  /// Takes rows.
  interface Taker {
    /// Takes the next row.
    ///
    /// @return whether more are wanted
    boolean row(long line, String[] values);
  }

  /// Hands over all rows but empty ones.
  void read(Taker taker) {
    try (var reader = reader()) {
      reader.skipLines(skip);
      var rows = reader.iterator();
      boolean more = true;
      while (more && rows.hasNext()) {
        var row = rows.next();
        more = taker.row(row.getStartingLineNumber(), row.getFields().toArray(String[]::new));
      }
    } catch (CsvParseException e) {
      if (e.getCause() instanceof ProblemException planned) {
        throw planned;
      }
      throw new ProblemException(
          new Problem.Unavailable("The file is no table with this delimiter and these quotes."), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CsvReader<CsvRecord> reader() {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .quoteCharacter(quote.isEmpty() ? NO_QUOTE : quote.charAt(0))
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .trimWhitespacesAroundQuotes(true)
        .ofCsvRecord(text);
  }
}
