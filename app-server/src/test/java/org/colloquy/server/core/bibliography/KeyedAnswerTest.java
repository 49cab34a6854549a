package org.colloquy.server.core.bibliography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Citation;
import org.colloquy.model.Citation.Place;
import org.colloquy.model.Citation.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyedAnswerTest {
  private static final AttachmentId ICE = new AttachmentId(new UUID(0, 1));
  private static final AttachmentId SNOW = new AttachmentId(new UUID(0, 2));
  private static final AttachmentId UNKNOWN = new AttachmentId(new UUID(0, 3));
  private static final Map<AttachmentId, String> KEYS =
      Map.of(ICE, "li2001ice", SNOW, "bo1999snow");

  private static Citation cites(
      String answer, String mark, int number, State state, @Nullable Place place) {
    int start = answer.indexOf(mark);
    return new Citation(number, start, start + mark.length(), state, "", place);
  }

  private static Place page(@Nullable AttachmentId file, String label) {
    return new Place(file, "a.pdf", 1, label, 0, 5);
  }

  @Test
  void hasKeysAndPagesForNumbers() {
    var answer = "Ice is cold [1]. Snow, too [2, 3].";
    var citations =
        List.of(
            cites(answer, "[1]", 1, State.FOUND, page(ICE, "iv")),
            cites(answer, "[2, 3]", 2, State.FOUND, page(SNOW, "7")),
            cites(answer, "[2, 3]", 3, State.FOUND, page(ICE, "")),
            cites(answer, "[2, 3]", 3, State.FOUND, page(ICE, "")));

    assertThat(KeyedAnswer.of(answer, citations, KEYS))
        .isEqualTo("Ice is cold [@li2001ice, p. iv]. Snow, too [@bo1999snow, p. 7; @li2001ice].");
  }

  @Test
  void saysWhatWasNotFound() {
    var answer = "It is “warm” [1], and “it never snows in the north at all”.";
    var citations =
        List.of(
            cites(answer, "[1]", 1, State.NOT_FOUND, page(ICE, "4")),
            cites(answer, "“it never snows in the north at all”", 0, State.NOT_FOUND, null));

    assertThat(KeyedAnswer.of(answer, citations, KEYS))
        .isEqualTo(
            "It is “warm” [@li2001ice, p. 4] **[not found]**, and "
                + "“it never snows in the north at all” **[not found]**.");
  }

  @Test
  void keepsNumbersOfWhatIsNoPublication() {
    var answer = "A letter says so [1], and a paper [2][3].";
    var citations =
        List.of(
            cites(answer, "[1]", 1, State.FOUND, page(UNKNOWN, "1")),
            cites(answer, "[2]", 2, State.FOUND, page(null, "")),
            cites(answer, "[3]", 3, State.FOUND, page(ICE, "2")));

    assertThat(KeyedAnswer.of(answer, citations, KEYS))
        .isEqualTo("A letter says so [1], and a paper [2][@li2001ice, p. 2].");
  }

  @Test
  void addsAKeyToAQuotationThatNamesNone() {
    var answer = "It says “ice is always very cold”.";
    var citations =
        List.of(cites(answer, "“ice is always very cold”", 0, State.FOUND, page(ICE, "3")));

    assertThat(KeyedAnswer.of(answer, citations, KEYS))
        .isEqualTo("It says “ice is always very cold” [@li2001ice, p. 3].");
  }
}
