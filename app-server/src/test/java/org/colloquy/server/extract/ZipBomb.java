package org.colloquy.server.extract;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Makes zip files that are not what they say.
final class ZipBomb {
  private static final int ENTRY = 46;
  private static final int END = 22;

  private ZipBomb() {}

  /// The same packed part under many names, all pointing at the same bytes.
  static byte[] overlapping(byte[] single, int names) {
    var zip = ByteBuffer.wrap(single).order(ByteOrder.LITTLE_ENDIAN);
    int directory = zip.getInt(single.length - 6);
    var out = new ByteArrayOutputStream();
    out.write(single, 0, directory);
    int name = zip.getShort(directory + 28);
    int length = ENTRY + name + zip.getShort(directory + 30) + zip.getShort(directory + 32);
    for (int i = 0; i < names; i++) {
      var entry = java.util.Arrays.copyOfRange(single, directory, directory + length);
      var number = "%03d".formatted(i);
      for (int at = 0; at < 3 && i > 0; at++) {
        entry[ENTRY + at] = (byte) number.charAt(at);
      }
      out.write(entry, 0, length);
    }
    var end = java.util.Arrays.copyOfRange(single, single.length - END, single.length);
    ByteBuffer.wrap(end)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(8, (short) names)
        .putShort(10, (short) names)
        .putInt(12, names * length);
    out.write(end, 0, END);
    return out.toByteArray();
  }
}
