package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Finds the words of a page and where they stand, in the order in which they were written. PDFBox
/// puts letters together, takes ligatures apart, and turns round what runs from right to left.
final class PdfWords extends PDFTextStripper {
  private static final int MOST_WORDS = 200_000;

  private final Map<Integer, List<Word>> byDirection = new HashMap<>();
  private int words;

  PdfWords() {
    output = Writer.nullWriter();
    setStartPage(0); // pages are handed in one by one, and not counted
    setShouldSeparateByBeads(false);
    setSortByPosition(false);
  }

  /// The words of a page.
  ///
  /// @param isUpright whether most of them are; else they stand as if the page had been turned
  record Found(List<Word> words, boolean isUpright) {}

  Found of(PDPage page) throws IOException {
    byDirection.clear();
    words = 0;
    try {
      processPage(page);
    } catch (IllegalArgumentException | ArithmeticException | ClassCastException e) {
      // What was found so far is better than nothing: one font or one number of the page is broken.
      words = MOST_WORDS;
    }
    int main =
        byDirection.entrySet().stream()
            .max((one, other) -> Integer.compare(one.getValue().size(), other.getValue().size()))
            .map(Map.Entry::getKey)
            .orElse(0);
    return new Found(byDirection.getOrDefault(main, List.of()), main == 0);
  }

  @Override
  protected void writeString(String text, List<TextPosition> letters) {
    if (letters.isEmpty() || text.isBlank() || words >= MOST_WORDS) {
      return;
    }
    words++;
    float left = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float base = -Float.MAX_VALUE;
    float size = 0;
    for (var letter : letters) {
      left = Math.min(left, letter.getXDirAdj());
      right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj());
      base = Math.max(base, letter.getYDirAdj());
      size = Math.max(size, size(letter));
    }
    if (isOnPaper(left, right, base)) {
      byDirection
          .computeIfAbsent(Math.round(letters.getFirst().getDir()), direction -> new ArrayList<>())
          .add(new Word(text.strip(), left, base - 0.8f * size, right - left, size, size));
    }
  }

  private static boolean isOnPaper(float left, float right, float base) {
    return Float.isFinite(left) && Float.isFinite(right) && Float.isFinite(base) && left < right;
  }

  private static float size(TextPosition letter) {
    float said = Math.abs(letter.getFontSizeInPt());
    float seen = letter.getHeightDir() * 1.5f;
    return said > 0.5f && said < 500 ? said : Math.max(1, seen);
  }
}
