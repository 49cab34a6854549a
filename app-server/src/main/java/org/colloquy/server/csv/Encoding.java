package org.colloquy.server.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.colloquy.server.core.table.TableFiles.Content;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/// Tells in which encoding a text is written.
final class Encoding {
  private static final int PIECE = 64 * 1024;
  private static final int LOOKED_AT = 1024 * 1024;
  private static final Charset USUAL = Charset.forName("windows-1252");

  private Encoding() {}

  /// What is written in front of it, else UTF-8 when all of it is that, else the likeliest one.
  static Charset of(Content content) throws IOException {
    byte[] start;
    try (var in = content.open()) {
      start = in.readNBytes(LOOKED_AT);
    }
    var marked = UniversalDetector.detectCharsetFromBOM(start);
    if (marked != null) {
      return named(marked);
    }
    var wide = wide(start);
    if (wide != null) {
      return wide;
    }
    try (var in = content.open()) {
      return isUtf8(in) ? StandardCharsets.UTF_8 : likeliest(start);
    }
  }

  static Charset named(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return USUAL;
    }
  }

  /// Text of two bytes for each character has a zero in every other byte, mostly.
  private static @Nullable Charset wide(byte[] start) {
    int pairs = Math.min(start.length, PIECE) / 2;
    int first = 0;
    int second = 0;
    for (int i = 0; i < pairs; i++) {
      first += start[2 * i] == 0 ? 1 : 0;
      second += start[2 * i + 1] == 0 ? 1 : 0;
    }
    if (pairs == 0 || Math.max(first, second) * 2 < pairs) {
      return null;
    }
    return first > second ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
  }

  private static boolean isUtf8(InputStream in) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var reader = new InputStreamReader(in, decoder)) {
      var piece = new char[PIECE];
      int read = reader.read(piece);
      while (read >= 0) {
        read = reader.read(piece);
      }
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  private static Charset likeliest(byte[] start) {
    var detector = new UniversalDetector();
    detector.handleData(start, 0, start.length);
    detector.dataEnd();
    var found = detector.getDetectedCharset();
    if (found == null || found.equals("US-ASCII") || found.equals("UTF-8")) {
      return USUAL;
    }
    return named(found);
  }
}
