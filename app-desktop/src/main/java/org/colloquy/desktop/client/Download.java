package org.colloquy.desktop.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A file on its way from the server: written while it arrives, and never whole in memory. For one
/// attempt.
public final class Download {
  private final AtomicLong received = new AtomicLong();
  private final Runnable moved;
  private @Nullable Runnable stop;
  private boolean cancelled;

  /// @param moved is told, on any thread, that more arrived
  public Download(Runnable moved) {
    this.moved = moved;
  }

  /// How many bytes arrived.
  public long received() {
    return received.get();
  }

  /// Ends the request, wherever it is.
  public synchronized void cancel() {
    cancelled = true;
    if (stop != null) {
      stop.run();
    }
  }

  public synchronized boolean cancelled() {
    return cancelled;
  }

  /// @param ending what ends it from now on
  synchronized void begun(Runnable ending) {
    stop = ending;
    if (cancelled) {
      ending.run();
    }
  }

  /// What arrives, counted while it is read.
  InputStream counted(InputStream content) {
    return new FilterInputStream(content) {
      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        var read = super.read(into, from, most);
        if (read > 0) {
          received.addAndGet(read);
          moved.run();
        }
        return read;
      }
    };
  }
}
