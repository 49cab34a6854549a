package org.colloquy.server.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// A request body as it comes in, up to a limit. A client that goes away in the middle of it is
/// told apart from everything else that can be wrong.
final class BodyStream extends InputStream {
  /// How much of a refused body is read and thrown away, so that the one who sends it can hear the
  /// answer before the connection ends.
  private static final int THROWN_AWAY = 16 * 1024 * 1024;

  private final InputStream in;
  private final long limit;
  private final long told;
  private long read;
  private int thrownAway;

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

  /// Reads on to the end, but not for ever.
  ///
  /// @return whether the end was reached
  boolean throwAway() {
    var bytes = new byte[64 * 1024];
    while (thrownAway < THROWN_AWAY) {
      int got = readOn(bytes, 0, bytes.length);
      if (got < 0) {
        return true;
      }
      thrownAway += got;
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
