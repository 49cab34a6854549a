package org.colloquy.server.llm.http;

import java.util.Arrays;
import org.colloquy.model.Problem.UpstreamFault;

/// Reads a streamed answer piece by piece. It works on bytes, so characters may be cut anywhere.
public abstract sealed class PieceReader permits SseReader, LineReader {
  static final int MOST_PIECE_BYTES = 1024 * 1024;

  private static final int FIRST_BYTES = 2 * 1024;
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final HttpAnswer answer;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int start;
  private int limit;
  private int scan;
  private long total;
  private boolean afterReturn;

  PieceReader(HttpAnswer answer) {
    this.answer = answer;
  }

  /// Goes to the next piece; false at the end of the stream.
  public abstract boolean next() throws WireFailure;

  /// Where the piece is, until [#next] is called again.
  public abstract byte[] bytes();

  /// Where in [#bytes] the piece begins.
  public abstract int offset();

  public abstract int length();

  /// The first byte of the stream that is not white space, left unread; -1 when there is none.
  public final int peek() throws WireFailure {
    while (true) {
      for (int i = start; i < limit; i++) {
        if (bytes[i] > ' ' || bytes[i] < 0) {
          return bytes[i] & 0xFF;
        }
      }
      if (!more(start)) {
        return -1;
      }
    }
  }

  /// Everything that is not read yet, as it is, or its beginning when it is longer than `most`.
  public final byte[] rest(int most) throws WireFailure {
    int have = Math.min(limit - start, most);
    var rest = answer.beginning(most - have);
    var all = Arrays.copyOfRange(bytes, start, start + have + rest.length);
    System.arraycopy(rest, 0, all, have, rest.length);
    return all;
  }

  /// Whether the piece is exactly this ASCII text.
  public final boolean is(String text) {
    if (length() != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes()[offset() + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// What was read and is still needed.
  final byte[] buffer() {
    return bytes;
  }

  /// Where the line begins that is read next.
  final int start() {
    return start;
  }

  /// Where the bytes end that were read.
  final int limit() {
    return limit;
  }

  /// Goes behind the line that [#endOfLine] found.
  final void skipLine() {
    start = scan;
  }

  /// Where the first byte is that is still needed, at most [#start].
  abstract int needed();

  /// Says that everything in the buffer went this much to the front.
  abstract void moved(int by);

  /// Finds where the line that begins at `start` ends; -1 when the stream ends before.
  final int endOfLine() throws WireFailure {
    while (true) {
      while (scan < limit) {
        byte c = bytes[scan++];
        boolean secondHalf = c == '\n' && afterReturn;
        afterReturn = c == '\r';
        if (secondHalf) {
          start = scan;
        } else if (c == '\n' || c == '\r') {
          return scan - 1;
        }
      }
      if (!more(needed())) {
        return -1;
      }
    }
  }

  private boolean more(int keep) throws WireFailure {
    makeRoom(keep);
    int count = answer.read(bytes, limit, bytes.length - limit);
    if (count < 0) {
      return false;
    }
    limit += count;
    total += count;
    if (total > MOST_BYTES) {
      throw new WireFailure(UpstreamFault.NONSENSE, "an endless stream");
    }
    return true;
  }

  /// Moves what is still needed to the front, and grows when that is not enough.
  private void makeRoom(int keep) throws WireFailure {
    if (keep > 0) {
      System.arraycopy(bytes, keep, bytes, 0, limit - keep);
      start -= keep;
      scan -= keep;
      limit -= keep;
      moved(keep);
    }
    if (limit == bytes.length) {
      if (limit >= MOST_PIECE_BYTES) {
        throw new WireFailure(UpstreamFault.NONSENSE, "an endless line");
      }
      bytes = Arrays.copyOf(bytes, Math.min(MOST_PIECE_BYTES, limit * 2));
    }
  }
}
