package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.server.core.document.DocumentText;
import org.colloquy.server.extract.wire.AnswerReader;
import org.colloquy.server.extract.wire.AnswerWriter;

/// Takes the pages of a document as they are read, until it has had enough.
final class TextTaker {
  private static final int LONGEST_FACT = 2_000;
  private static final int MOST_LINES = 500_000;

  private final AnswerWriter answer;
  private final Deadline deadline;
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Set<String> hints = new LinkedHashSet<>();
  private int room = AnswerReader.MOST_TEXT;
  private int lines = MOST_LINES;
  private int pages;
  private boolean full;

  TextTaker(AnswerWriter answer, Deadline deadline) {
    this.answer = answer;
    this.deadline = deadline;
  }

  /// Whether another page would be taken.
  boolean wantsMore() {
    if (!full && pages > 0 && !deadline.allowsReading()) {
      cut("took too long");
    }
    if (!full && pages >= AnswerReader.MOST_PAGES) {
      cut("are too many");
    }
    return !full;
  }

  private void cut(String why) {
    full = true;
    hint("Only the first %d pages were read; the others %s.".formatted(pages, why));
  }

  /// How many characters would be taken.
  int room() {
    return room;
  }

  /// A page without a shape, such as a slide.
  void page(String label, String text) throws IOException {
    page(label, text, 0, 0, List.of());
  }

  /// The only page of a document that has none.
  void all(String text) throws IOException {
    page("1", text);
  }

  void page(String label, String text, float width, float height, List<DocumentText.Line> shape)
      throws IOException {
    if (full) {
      return;
    }
    pages++;
    var clean = Characters.clean(text);
    var taken = clean;
    if (clean.length() > room) {
      full = true;
      taken =
          clean.substring(
              0, Character.isHighSurrogate(clean.charAt(Math.max(0, room - 1))) ? room - 1 : room);
      hint("Only the first " + AnswerReader.MOST_TEXT + " characters were read.");
    }
    room -= taken.length();
    lines -= shape.size();
    boolean keepsShape = taken.length() == text.length() && lines >= 0;
    answer.page(
        new DocumentText.Page(
            pages,
            label.isBlank() ? Integer.toString(pages) : label,
            taken,
            width,
            height,
            keepsShape ? shape : List.of()));
  }

  /// What the file says of itself.
  void fact(String name, String value) {
    var clean = Characters.clean(value).strip();
    if (!clean.isEmpty()) {
      facts.putIfAbsent(name, clean.substring(0, Math.min(clean.length(), LONGEST_FACT)));
    }
  }

  /// A sentence for the person.
  void hint(String sentence) {
    hints.add(sentence);
  }

  void end(String mediaType) throws IOException {
    if (pages == 0) {
      all("");
    }
    answer.document(mediaType, facts, String.join(" ", hints));
  }
}
