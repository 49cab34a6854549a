package org.colloquy.server.llm.http;

import java.util.Arrays;
import org.colloquy.model.Problem.UpstreamFault;

/// Reads server-sent events: hands out the `data` of each as bytes, everything else is skipped.
///
/// Lines end with LF, CRLF or CR.
public final class SseReader extends PieceReader {
  private static final byte[] DATA = {'d', 'a', 't', 'a'};

  private int dataStart;
  private int dataLength;
  private byte[] joined = new byte[0];
  private boolean several;
  private boolean inEvent;

  public SseReader(HttpAnswer answer) {
    super(answer);
  }

  /// Goes to the next event that has data; false at the end of the stream.
  ///
  /// Data that the stream ends in, without an empty line after it, counts as an event: some servers
  /// forget that line.
  @Override
  public boolean next() throws WireFailure {
    several = false;
    inEvent = false;
    while (true) {
      int end = endOfLine();
      if (end < 0) {
        return inEvent;
      }
      int begin = start();
      skipLine();
      if (end > begin) {
        takeLine(begin, end);
      } else if (inEvent) {
        return true;
      }
    }
  }

  @Override
  public byte[] bytes() {
    return several ? joined : buffer();
  }

  @Override
  public int offset() {
    return several ? 0 : dataStart;
  }

  @Override
  public int length() {
    return dataLength;
  }

  @Override
  int needed() {
    return inEvent && !several ? dataStart : start();
  }

  @Override
  void moved(int by) {
    dataStart -= by;
  }

  private void takeLine(int begin, int end) throws WireFailure {
    var bytes = buffer();
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
    if (length > MOST_PIECE_BYTES) {
      throw new WireFailure(UpstreamFault.NONSENSE, "an endless event");
    }
    if (!several) {
      joined =
          Arrays.copyOfRange(buffer(), dataStart, dataStart + Math.max(length, dataLength * 2));
      several = true;
    } else if (length > joined.length) {
      joined = Arrays.copyOf(joined, length * 2);
    }
    joined[dataLength] = '\n';
    System.arraycopy(buffer(), value, joined, dataLength + 1, end - value);
    dataLength = length;
  }
}
