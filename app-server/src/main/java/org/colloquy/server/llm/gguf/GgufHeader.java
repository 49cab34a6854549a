package org.colloquy.server.llm.gguf;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The beginning of a GGUF file: pairs of names and values, little end first, before the weights.
final class GgufHeader {
  private static final int MAGIC = 0x46554747; // "GGUF"
  private static final int OLDEST_VERSION = 2;
  private static final int NEWEST_VERSION = 3;
  private static final int MOST_PAIRS = 100_000;
  private static final long LONGEST_TEXT = 1 << 24;
  private static final int LONGEST_KEPT = 256;
  private static final String ARCHITECTURE = "general.architecture";
  private static final String CONTEXT = ".context_length";

  private static final int UINT32 = 4;
  private static final int INT32 = 5;
  private static final int TEXT = 8;
  private static final int LIST = 9;
  private static final int UINT64 = 10;

  /// Bytes of a value by its type; 0 for those of no fixed length.
  private static final int[] BYTES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

  private final DataInputStream in;
  private String architecture = "";
  private @Nullable Integer contextWindow;

  private GgufHeader(DataInputStream in) {
    this.in = in;
  }

  /// @throws IOException with a sentence for people, when it is no GGUF file
  static GgufHeader read(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      var header = new GgufHeader(in);
      header.read();
      return header;
    } catch (EOFException e) {
      throw new IOException("The file ends too early: it was not copied or loaded to its end.", e);
    }
  }

  @Nullable Integer contextWindow() {
    return contextWindow;
  }

  private void read() throws IOException {
    if (int32() != MAGIC) {
      throw new IOException("This is not a GGUF file.");
    }
    int version = int32();
    if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
      throw new IOException("This is a GGUF file of a version that is not known here.");
    }
    int64(); // the number of tensors
    long pairs = int64();
    if (pairs < 0 || pairs > MOST_PAIRS) {
      throw damaged();
    }
    for (long i = 0; i < pairs; i++) {
      pair(text(), int32());
    }
    if (architecture.isEmpty()) {
      throw damaged();
    }
  }

  private void pair(String name, int type) throws IOException {
    if (name.equals(ARCHITECTURE) && type == TEXT) {
      architecture = text();
    } else if (name.equals(architecture + CONTEXT) && isWhole(type)) {
      long tokens = type == UINT64 ? int64() : Integer.toUnsignedLong(int32());
      contextWindow = tokens > 0 && tokens <= Integer.MAX_VALUE ? (int) tokens : null;
    } else {
      skip(type);
    }
  }

  private static boolean isWhole(int type) {
    return type == UINT32 || type == INT32 || type == UINT64;
  }

  private void skip(int type) throws IOException {
    if (type == TEXT) {
      in.skipNBytes(textLength());
    } else if (type == LIST) {
      skipList(int32(), int64());
    } else {
      in.skipNBytes(bytes(type));
    }
  }

  private void skipList(int type, long count) throws IOException {
    if (count < 0 || count > LONGEST_TEXT || type == LIST) {
      throw damaged();
    }
    if (type != TEXT) {
      in.skipNBytes(count * bytes(type));
      return;
    }
    for (long i = 0; i < count; i++) {
      in.skipNBytes(textLength());
    }
  }

  private static int bytes(int type) throws IOException {
    if (type < 0 || type >= BYTES.length) {
      throw damaged();
    }
    return BYTES[type];
  }

  private long textLength() throws IOException {
    long length = int64();
    if (length < 0 || length > LONGEST_TEXT) {
      throw damaged();
    }
    return length;
  }

  private String text() throws IOException {
    long length = textLength();
    var kept = in.readNBytes((int) Math.min(length, LONGEST_KEPT));
    in.skipNBytes(length - kept.length);
    return new String(kept, StandardCharsets.UTF_8);
  }

  private int int32() throws IOException {
    return Integer.reverseBytes(in.readInt());
  }

  private long int64() throws IOException {
    return Long.reverseBytes(in.readLong());
  }

  private static IOException damaged() {
    return new IOException("This GGUF file is damaged.");
  }
}
