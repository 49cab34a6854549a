package org.colloquy.server.llm.http;

/// Reads lines that are not empty; the last one may lack its end.
public final class LineReader extends PieceReader {
  private int begin;
  private int length;

  public LineReader(HttpAnswer answer) {
    super(answer);
  }

  @Override
  public boolean next() throws WireFailure {
    while (true) {
      int end = endOfLine();
      boolean last = end < 0;
      begin = start();
      length = (last ? limit() : end) - begin;
      skipLine();
      if (length > 0) {
        return true;
      }
      if (last) {
        return false;
      }
    }
  }

  @Override
  public byte[] bytes() {
    return buffer();
  }

  @Override
  public int offset() {
    return begin;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  int needed() {
    return start();
  }

  @Override
  void moved(int by) {
    begin -= by;
  }
}
