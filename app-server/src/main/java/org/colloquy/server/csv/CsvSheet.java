package org.colloquy.server.csv;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.colloquy.model.TableForm;
import org.colloquy.server.core.table.SheetRows;
import org.colloquy.server.core.table.TableFiles.Content;

/// A file of values with delimiters as a table.
record CsvSheet(Content content, TableForm form, int width) implements SheetRows {
  @Override
  public String sheet() {
    return "";
  }

  @Override
  public void read(Taker taker) {
    double size = Math.max(1, content.size());
    try (var counted = new Counted(content.open());
        var text = text(counted)) {
      CsvRows.of(text, form.delimiter(), form.quote(), form.skip())
          .read((line, values) -> {
            taker.row(line, Math.min(1, counted.bytes / size), values);
            return true;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Without what only says the encoding.
  private Reader text(InputStream in) throws IOException {
    var text = new BufferedReader(new InputStreamReader(in, Encoding.named(form.encoding())));
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      bytes += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
