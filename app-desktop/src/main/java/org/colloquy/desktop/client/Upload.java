package org.colloquy.desktop.client;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// A file on its way to the server: read while it is sent, and never whole in memory. For one
/// attempt.
public final class Upload {
  private final Content content;
  private final AtomicLong sent = new AtomicLong();
  private final Runnable moved;
  private @Nullable Future<?> request;
  private boolean cancelled;

  /// What is sent.
  ///
  /// @param size in bytes
  public record Content(String name, long size, Opener bytes) {
    /// A file on this computer.
    public static Content of(Path file) throws IOException {
      return new Content(
          String.valueOf(file.getFileName()), Files.size(file), () -> Files.newInputStream(file));
    }

    /// What is in memory because it was never anywhere else.
    public static Content of(String name, byte[] bytes) {
      return new Content(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /// What cannot be sent, and says why when that is tried.
    ///
    /// @param why as a sentence
    public static Content refused(String name, String why) {
      return new Content(
          name,
          0,
          () -> {
            throw new ProblemException(new Problem.Unavailable(why));
          });
    }
  }

  /// Opens something from its beginning.
  public interface Opener {
    InputStream open() throws IOException;
  }

  /// @param moved is told, on any thread, that more was sent
  public Upload(Content content, Runnable moved) {
    this.content = content;
    this.moved = moved;
  }

  Content content() {
    return content;
  }

  /// How many bytes were sent.
  public long sent() {
    return sent.get();
  }

  /// Closes the request, wherever it is.
  public synchronized void cancel() {
    cancelled = true;
    if (request != null) {
      request.cancel(true);
    }
  }

  synchronized void begun(Future<?> exchange) {
    request = exchange;
    if (cancelled) {
      exchange.cancel(true);
    }
  }

  /// What it sends, counted while it is read.
  InputStream counted(InputStream bytes) {
    return new FilterInputStream(bytes) {
      @Override
      public int read() throws IOException {
        var value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
      }

      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        var read = super.read(into, from, most);
        count(read);
        return read;
      }
    };
  }

  private void count(int read) {
    if (read > 0) {
      sent.addAndGet(read);
      moved.run();
    }
  }
}
