package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mozilla.universalchardet.UniversalDetector;

/// Files that are text already: notes, tables, source code, references.
final class PlainText {
  private static final int SAMPLE = 1024 * 1024;
  private static final int MANY = 50;

  private PlainText() {}

  /// Whether these bytes look like text: nearly none that no text has.
  static boolean isText(byte[] beginning) {
    if (hasMark(beginning)) {
      return true;
    }
    int strange = 0;
    for (byte some : beginning) {
      if (some == 0) {
        return isWide(beginning);
      }
      strange +=
          some >= 0
                  && some < ' '
                  && some != '\n'
                  && some != '\r'
                  && some != '\t'
                  && some != '\f'
                  && some != 0x1b
              ? 1
              : 0;
    }
    return strange * MANY <= beginning.length;
  }

  private static boolean hasMark(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
            || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
  }

  /// UTF-16 without its mark: every other byte of Latin text is nought.
  private static boolean isWide(byte[] bytes) {
    int[] noughts = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      noughts[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    int pairs = bytes.length / 2;
    return (noughts[0] * 10 > pairs * 7 && noughts[1] * 10 < pairs)
        || (noughts[1] * 10 > pairs * 7 && noughts[0] * 10 < pairs);
  }

  static void read(Path file, TextTaker taker) throws IOException {
    var charset = charset(file);
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try (var reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
      var text = CharBuffer.allocate((int) Math.min(taker.room() + 1L, Files.size(file) + 1));
      while (text.hasRemaining() && reader.read(text) >= 0) {
        // on to the end or to the limit
      }
      taker.fact("charset", charset.name());
      taker.all(lines(text.flip().toString()));
    }
  }

  private static String lines(String text) {
    var unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return unmarked.replace("\r\n", "\n").replace('\r', '\n');
  }

  /// UTF-8 where the bytes are that; else what their frequencies say.
  static Charset charset(Path file) throws IOException {
    byte[] sample;
    try (InputStream content = Files.newInputStream(file)) {
      sample = content.readNBytes(SAMPLE);
    }
    if (hasMark(sample)) {
      return StandardCharsets.UTF_16;
    }
    if (isUtf8(sample)) {
      return StandardCharsets.UTF_8;
    }
    if (isWide(sample)) {
      return sample[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    var detector = new UniversalDetector();
    detector.handleData(sample);
    detector.dataEnd();
    var name = detector.getDetectedCharset();
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : Charset.forName("windows-1252");
  }

  /// A sample may end in the middle of a character.
  private static boolean isUtf8(byte[] sample) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var text = CharBuffer.allocate(sample.length + 1);
    boolean broken = decoder.decode(ByteBuffer.wrap(sample), text, false).isError();
    boolean hasNought = new String(sample, StandardCharsets.ISO_8859_1).indexOf(0) >= 0;
    return !broken && !hasNought;
  }
}
