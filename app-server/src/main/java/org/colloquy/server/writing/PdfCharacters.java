package org.colloquy.server.writing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The characters of one PDF file: opens fonts for those that the program's own fonts do not have,
/// and says something else for those that no font has. A picture becomes its name in brackets, a
/// letter an empty box.
final class PdfCharacters implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PdfCharacters.class);
  private static final String BOX = "\u25A1";
  private static final String COLLECTION = ".ttc";

  private final Coverage own;
  private final Iterator<Path> untried;
  private final List<Closeable> open = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();
  private final Set<String> missing = new TreeSet<>();

  /// A font that was opened because it has characters that are needed.
  record Found(String family, TrueTypeFont font, Coverage coverage) {}

  PdfCharacters(PdfFonts fonts) {
    own = fonts.own();
    untried = fonts.others().iterator();
  }

  /// The text with nothing in it that cannot be drawn.
  String drawable(String text) {
    if (text.codePoints().allMatch(own::has)) {
      return text;
    }
    var drawn = new StringBuilder(text.length());
    text.codePoints().forEach(character -> drawn.append(drawn(character)));
    return drawn.toString();
  }

  /// The fonts that are needed beside the program's own.
  List<Found> found() {
    return List.copyOf(found);
  }

  /// The scripts that letters were left out of.
  List<String> missing() {
    return List.copyOf(missing);
  }

  private String drawn(int character) {
    if (own.has(character) || isFound(character)) {
      return Character.toString(character);
    }
    if (isUnseen(character)) {
      return "";
    }
    if (isPicture(character)) {
      return "[" + Character.getName(character).toLowerCase(Locale.ROOT) + "]";
    }
    missing.add(script(character));
    return BOX;
  }

  private boolean isFound(int character) {
    if (found.stream().anyMatch(one -> one.coverage().has(character))) {
      return true;
    }
    while (!isUnseen(character) && untried.hasNext()) {
      if (opened(untried.next(), character)) {
        return true;
      }
    }
    return false;
  }

  private boolean opened(Path file, int character) {
    try {
      var font = font(file);
      var coverage = Coverage.of(font);
      found.add(new Found("Found" + found.size(), font, coverage));
      return coverage.has(character);
    } catch (IOException | RuntimeException e) {
      LOG.warn("the font {} cannot be used: {}", file, e.toString());
      return false;
    }
  }

  private TrueTypeFont font(Path file) throws IOException {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(COLLECTION)) {
      var font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
      open.add(font);
      return font;
    }
    var collection = new TrueTypeCollection(file.toFile());
    open.add(collection);
    var fonts = new ArrayList<TrueTypeFont>();
    collection.processAllFonts(fonts::add);
    return fonts.getFirst();
  }

  /// Joins and chooses between pictures.
  private static boolean isUnseen(int character) {
    return Character.getType(character) == Character.FORMAT
        || Character.isEmojiModifier(character)
        || (character >= 0xFE00 && character <= 0xFE0F);
  }

  private static boolean isPicture(int character) {
    return Character.isEmoji(character) || Character.getType(character) == Character.OTHER_SYMBOL;
  }

  private static String script(int character) {
    var words = UnicodeScript.of(character).name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  @Override
  public void close() {
    for (var each : open) {
      try {
        each.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
