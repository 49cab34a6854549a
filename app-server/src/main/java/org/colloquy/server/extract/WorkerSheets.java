package org.colloquy.server.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.io.output.WriterOutputStream;
import org.colloquy.server.core.document.Sheets;
import org.colloquy.server.extract.wire.AnswerReader;
import org.colloquy.server.extract.wire.Job;

/// Reads spreadsheets in workers.
public final class WorkerSheets implements Sheets {
  private static final long LONGEST_TABLE = 2L * 1024 * 1024 * 1024;

  private final Workers workers;

  public WorkerSheets(Workers workers) {
    this.workers = workers;
  }

  @Override
  public List<String> names(InputStream content) {
    return workers.run(
        new Job.NameSheets(), content, workers.limits().patience(), AnswerReader::names);
  }

  @Override
  public void csv(InputStream content, String sheet, Writer out) {
    workers.run(
        new Job.CopySheet(sheet),
        content,
        workers.limits().patience(),
        answer -> {
          copy(answer, out);
          return sheet;
        });
  }

  /// The writer's own failures are the caller's.
  private static void copy(AnswerReader answer, Writer out) throws IOException {
    var taker =
        new Taker(
            WriterOutputStream.builder().setWriter(out).setCharset(StandardCharsets.UTF_8).get());
    answer.bytes(taker, LONGEST_TABLE);
    taker.flush();
  }

  private static final class Taker extends java.io.FilterOutputStream {
    Taker(java.io.OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void flush() {
      try {
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
