package org.colloquy.server.llm.http;

import java.util.Arrays;
import org.colloquy.model.Problem.UpstreamFault;

/// Reads server-sent events: hands out the `data` of each as bytes, everything else is skipped.
///
/// It works on bytes, so characters may be cut anywhere. Lines end with LF, CRLF or CR.
public final class SseReader {
  private static final int FIRST_BYTES = 2 * 1024;
  private static final int MOST_EVENT_BYTES = 1024 * 1024;
  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final byte[] DATA = {'d', 'a', 't', 'a'};

  private final HttpAnswer answer;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int start;
  private int limit;
  private int scan;
  private long total;
  private boolean afterReturn;
  private int dataStart;
  private int dataLength;
  private byte[] joined = new byte[0];
  private boolean several;
  private boolean inEvent;

  public SseReader(HttpAnswer answer) {
    this.answer = answer;
  }

  /// The first byte of the stream that is not white space, left unread; -1 when there is none.
  public int peek() throws WireFailure {
    while (true) {
      for (int i = start; i < limit; i++) {
        if (bytes[i] > ' ' || bytes[i] < 0) {
          return bytes[i] & 0xFF;
        }
      }
      if (!more()) {
        return -1;
      }
    }
  }

  /// Goes to the next event that has data; false at the end of the stream.
  ///
  /// Data that the stream ends in, without an empty line after it, counts as an event: some servers
  /// forget that line.
  public boolean next() throws WireFailure {
    several = false;
    inEvent = false;
    while (true) {
      int end = endOfLine();
      if (end < 0) {
        return inEvent;
      }
      int begin = start;
      start = scan;
      if (end > begin) {
        takeLine(begin, end);
      } else if (inEvent) {
        return true;
      }
    }
  }

  /// Everything that is not read yet, as it is, or its beginning when it is longer than `most`.
  public byte[] rest(int most) throws WireFailure {
    int have = Math.min(limit - start, most);
    var rest = answer.beginning(most - have);
    var all = Arrays.copyOfRange(bytes, start, start + have + rest.length);
    System.arraycopy(rest, 0, all, have, rest.length);
    return all;
  }

  /// Where the event's data are, until [#next] is called again.
  public byte[] bytes() {
    return several ? joined : bytes;
  }

  /// Where in [#bytes] the data begin.
  public int offset() {
    return several ? 0 : dataStart;
  }

  public int length() {
    return dataLength;
  }

  /// Whether the event's data are exactly this ASCII text.
  public boolean is(String text) {
    if (dataLength != text.length()) {
      return false;
    }
    for (int i = 0; i < dataLength; i++) {
      if (bytes()[offset() + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Finds where the line that begins at `start` ends, and leaves `scan` behind its end; -1 when
  /// the stream ends before.
  private int endOfLine() throws WireFailure {
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
      if (!more()) {
        return -1;
      }
    }
  }

  private void takeLine(int begin, int end) throws WireFailure {
    if (end - begin < DATA.length
        || !Arrays.equals(bytes, begin, begin + DATA.length, DATA, 0, DATA.length)) {
      return;
    }
    int value = begin + DATA.length;
    if (value < end && bytes[value++] != ':') {
      return;
    }
    if (value < end && bytes[value] == ' ') {
      value++;
    }
    if (inEvent) {
      join(value, end);
    } else {
      dataStart = value;
      dataLength = end - value;
      inEvent = true;
    }
  }

  private void join(int value, int end) throws WireFailure {
    int length = dataLength + 1 + end - value;
    if (length > MOST_EVENT_BYTES) {
      throw new WireFailure(UpstreamFault.NONSENSE, "an endless event");
    }
    if (!several) {
      joined = Arrays.copyOfRange(bytes, dataStart, dataStart + Math.max(length, dataLength * 2));
      several = true;
    } else if (length > joined.length) {
      joined = Arrays.copyOf(joined, length * 2);
    }
    joined[dataLength] = '\n';
    System.arraycopy(bytes, value, joined, dataLength + 1, end - value);
    dataLength = length;
  }

  private boolean more() throws WireFailure {
    makeRoom();
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
  private void makeRoom() throws WireFailure {
    int keep = inEvent && !several ? dataStart : start;
    if (keep > 0) {
      System.arraycopy(bytes, keep, bytes, 0, limit - keep);
      start -= keep;
      scan -= keep;
      limit -= keep;
      dataStart -= keep;
    }
    if (limit == bytes.length) {
      if (limit >= MOST_EVENT_BYTES) {
        throw new WireFailure(UpstreamFault.NONSENSE, "an endless line");
      }
      bytes = Arrays.copyOf(bytes, Math.min(MOST_EVENT_BYTES, limit * 2));
    }
  }
}
