package org.colloquy.server.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.document.Sheets;
import org.colloquy.server.core.table.TableFiles.Content;

/// A sheet as a text of values with commas, while it is being read elsewhere.
///
/// @param sheet its name
record SheetPipe(Sheets sheets, Content content, String sheet) {
  private static final int BUFFER = 256 * 1024;

  /// Reads a text.
  interface Use {
    void read(Reader text);
  }

  static List<String> names(Sheets sheets, Content content) {
    try (var in = content.open()) {
      return sheets.names(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Hands the text over; what is not read of it is not written either.
  ///
  /// @throws ProblemException when the spreadsheet cannot be read
  void read(Use use) {
    var writer = new PipedWriter();
    try (var reader = new PipedReader(writer, BUFFER)) {
      var writing = new FutureTask<>(() -> write(writer));
      Thread.ofVirtual().name("sheet").start(writing);
      use.read(new WholeText(reader, writing));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean write(PipedWriter writer) throws IOException {
    try (writer;
        InputStream in = content.open()) {
      sheets.csv(in, sheet, writer);
      return true;
    }
  }

  /// A text that ends well only if it was written to its end.
  private static final class WholeText extends Reader {
    private final Reader text;
    private final FutureTask<Boolean> writing;

    WholeText(Reader text, FutureTask<Boolean> writing) {
      this.text = text;
      this.writing = writing;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      int read = text.read(into, offset, length);
      if (read < 0) {
        awaitEnd();
      }
      return read;
    }

    private void awaitEnd() {
      try {
        writing.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      } catch (ExecutionException e) {
        if (e.getCause() instanceof ProblemException planned) {
          throw planned;
        }
        throw new IllegalStateException(e.getCause());
      }
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
