package org.colloquy.server.storage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.server.core.document.DocumentText.Line;

/// Where the lines of a page stand, as bytes: there are too many of them for a table.
final class LineBytes {
  private static final int LENGTH = 2 * Integer.BYTES + 4 * Float.BYTES;

  private LineBytes() {}

  static byte[] of(List<Line> lines) {
    var bytes = ByteBuffer.allocate(lines.size() * LENGTH);
    for (var line : lines) {
      bytes.putInt(line.start()).putInt(line.end());
      bytes.putFloat(line.x()).putFloat(line.y());
      bytes.putFloat(line.width()).putFloat(line.height());
    }
    return bytes.array();
  }

  static List<Line> lines(byte[] stored) {
    var bytes = ByteBuffer.wrap(stored);
    var lines = new ArrayList<Line>();
    while (bytes.remaining() >= LENGTH) {
      lines.add(
          new Line(
              bytes.getInt(),
              bytes.getInt(),
              bytes.getFloat(),
              bytes.getFloat(),
              bytes.getFloat(),
              bytes.getFloat()));
    }
    return lines;
  }
}
