package org.colloquy.desktop.ui.parts.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.colloquy.desktop.client.AnswerSources;
import org.colloquy.desktop.ui.parts.markdown.Marks;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Citation;
import org.colloquy.model.Citation.State;
import org.colloquy.model.MessageId;
import org.colloquy.model.SourcePassage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceMarksTest {
  private static final AttachmentId FILE = new AttachmentId(new UUID(1, 1));
  private static final MessageId ANSWER = new MessageId(new UUID(2, 2));
  private static final String SAID = "“Cold” [1], again [1, 2], “never said so at all”, and [9].";

  private final Locale before = Locale.getDefault();
  private final List<Citation> citations = new ArrayList<>();

  @BeforeEach
  void speakEnglish() {
    Locale.setDefault(Locale.ENGLISH);
    cite(1, "[1]", State.FOUND, "Cold", 3);
    cite(1, "[1, 2]", State.FOUND, "", 3);
    cite(2, "[1, 2]", State.FOUND, "", 4);
    cite(0, "“never said so at all”", State.NOT_FOUND, "never said so at all", 0);
    cite(9, "[9]", State.NOT_FOUND, "", 0);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  private void cite(int number, String marker, State state, String quote, int page) {
    var start = SAID.indexOf(marker);
    var place =
        page == 0 ? null : new Citation.Place(FILE, "ice.pdf", page, Integer.toString(page), 0, 4);
    citations.add(new Citation(number, start, start + marker.length(), state, quote, place));
  }

  private static SourcePassage passage(int number, int page) {
    var label = Integer.toString(page);
    return new SourcePassage(number, FILE, "ice.pdf", page, label, 0, 9, "Cold it is");
  }

  private AnswerSources sources() {
    return new AnswerSources(
        ANSWER, List.of(passage(1, 3), passage(2, 4), passage(3, 8)), citations);
  }

  private SourceMarks marks() {
    return new SourceMarks(sources(), SAID);
  }

  @Test
  void namesEachPlaceForPeopleWhoDoNotSeeIt() {
    assertThat(marks().places())
        .extracting(Marks.Place::name)
        .containsExactly(
            "Source 1: ice.pdf, page 3",
            "Source 1: ice.pdf, page 3; Source 2: ice.pdf, page 4",
            "Quotation: in none of the documents, not found",
            "Source 9: there is no source 9, not found");
  }

  @Test
  void showsWhatIsFoundAsItWasWrittenAndWhatIsLostWithASignAndWords() {
    assertThat(marks().places())
        .extracting(Marks.Place::shown)
        .containsExactly(
            "[1]", "[1, 2]", "\u00a0⚠\u00a0not\u00a0found", "[9]\u00a0⚠\u00a0not\u00a0found");
  }

  @Test
  void tellsOfWhatIsLostAlsoWhereTheAnswerIsCopied() {
    assertThat(marks().copied(SAID))
        .isEqualTo(
            "“Cold” [1], again [1, 2], “never said so at all” (⚠ not found in its source),"
                + " and [9] (⚠ not found in its source).");
  }

  @Test
  void listsWhatWasUsedApartFromWhatWasNot() {
    var lines = SourceLines.of(sources());
    assertThat(lines.used())
        .extracting(line -> line.number() + (line.lost() ? " lost" : ""))
        .containsExactly("1", "1", "2", "0 lost", "9 lost");
    assertThat(lines.unused()).extracting(SourceLine::title).containsExactly("ice.pdf, page 8");
    assertThat(lines.lost()).isEqualTo(2);
  }

  @Test
  void ignoresWhatStandsBehindTheEndOfAnAnswerThatWasCutOff() {
    assertThat(new SourceMarks(sources(), SAID.substring(0, 20)).places()).hasSize(1);
  }
}
