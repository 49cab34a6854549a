package org.colloquy.server.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// A request body as it comes in, up to a limit. A client that goes away in the middle of it is
/// told apart from everything else that can be wrong.
final class BodyStream extends InputStream {
  /// How much of what nobody wants is read and thrown away.
  private static final int UNWANTED = 16 * 1024 * 1024;

  /// How long the rest of a refused upload is. Most programs hear an answer only when they have
  /// sent everything, and none hears it when the connection is reset meanwhile.
  private static final Duration REFUSED = Duration.ofSeconds(30);

  private final InputStream in;
  private final long limit;
  private final long told;
  private long read;

  /// @param limit how many bytes are passed on
  /// @param told what is said to be the limit when there are more
  BodyStream(InputStream in, long limit, long told) {
    this.in = in;
    this.limit = limit;
    this.told = told;
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int most) {
    int got = readOn(bytes, from, most);
    read += Math.max(0, got);
    if (read > limit) {
      throw tooLarge(told);
    }
    return got;
  }

  /// Reads on to the end after the answer, but not much.
  ///
  /// @return whether the end was reached
  boolean throwAwayUnwanted() {
    return throwAway(UNWANTED);
  }

  /// Reads on to the end after the answer, but not for ever.
  ///
  /// @return whether the end was reached
  boolean throwAwayRefused() {
    return throwAway(Long.MAX_VALUE);
  }

  private boolean throwAway(long most) {
    var bytes = new byte[64 * 1024];
    long begun = System.nanoTime();
    long thrown = 0;
    while (thrown < most && System.nanoTime() - begun < REFUSED.toNanos()) {
      int got = readOn(bytes, 0, bytes.length);
      if (got < 0) {
        return true;
      }
      thrown += got;
    }
    return false;
  }

  static ProblemException tooLarge(long told) {
    return new ProblemException(new Problem.TooLarge(told));
  }

  private int readOn(byte[] bytes, int from, int most) {
    try {
      return in.read(bytes, from, most);
    } catch (CloseConnectionException e) {
      throw e;
    } catch (IOException | UncheckedIOException | DataReader.InsufficientDataAvailableException e) {
      throw new CloseConnectionException("the client went away while it was talking", e);
    } catch (RuntimeException e) {
      throw new BrokenBodyException(e); // Helidon lets fly whatever its parsers throw
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
