package org.colloquy.server.writing;

import java.io.IOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.TrueTypeFont;

/// The characters that a font can draw.
final class Coverage {
  private final BitSet characters = new BitSet();

  static Coverage of(TrueTypeFont font) throws IOException {
    var coverage = new Coverage();
    var map = font.getUnicodeCmapLookup();
    for (int character = ' '; character <= Character.MAX_CODE_POINT; character++) {
      if (map.getGlyphId(character) != 0) {
        coverage.characters.set(character);
      }
    }
    return coverage;
  }

  boolean has(int character) {
    return character < ' ' || characters.get(character);
  }
}
