package org.colloquy.server.core.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerClaimsTest {
  private static List<String> claims(String answer) {
    return AnswerClaims.in(answer).stream()
        .map(claim -> claim.number() + ":" + claim.quote())
        .toList();
  }

  @Test
  void namesPassagesByTheirNumbers() {
    assertThat(claims("Cold [1]. Warm [2, 4] and [6–8]. So 【9】."))
        .containsExactly("1:", "2:", "4:", "6:", "7:", "8:", "9:");
    assertThat(claims("Neither `a[1]` nor\n```\nb[2]\n```\nnor [3](https://x.example) nor [x]."))
        .isEmpty();
    var claim = AnswerClaims.in("Cold [12].").getFirst();
    assertThat(claim).isEqualTo(new Claim(12, 5, 9, ""));
  }

  @Test
  void givesAQuotationTheNumberOfItsSentence() {
    assertThat(claims("They write “it was cold” [1]. Others „es war kalt“ [2] or «froid» [3]."))
        .containsExactly("1:it was cold", "2:es war kalt", "3:froid");
    assertThat(claims("\"It was cold.\" [1] Then it was \"warm\" and \"dry\" [2][3]."))
        .containsExactly("1:It was cold.", "2:warm", "2:dry", "3:warm", "3:dry");
    assertThat(claims("So [1]: “it was cold”. It was warm [2]."))
        .containsExactly("1:it was cold", "2:");
    assertThat(claims("“Cold.” This was another sentence [1].")).containsExactly("1:");
  }

  @Test
  void takesNumbersInsideQuotationsForTheirWords() {
    assertThat(claims("“cells [12] died early” [1]")).containsExactly("1:cells [12] died early");
  }

  @Test
  void findsLongQuotationsWithoutANumber() {
    assertThat(claims("“It was very cold that night” they say, and “cold” it was."))
        .containsExactly("0:It was very cold that night");
  }

  @Test
  void readsAQuotedBlockOfAnyLength() {
    assertThat(AnswerClaims.in("> word\n".repeat(200_000) + "[1]")).hasSize(1);
  }

  @Test
  void readsQuotedBlocks() {
    assertThat(claims("See:\n\n> It was\n> cold. [2]\n\nIt was warm [3]."))
        .containsExactly("2:It was\ncold.", "3:");
    assertThat(claims("> It was cold.\n>\n> — ice.pdf, page 3 [1]\n\n> It was warm.\n>\n> — b [2]"))
        .containsExactly("1:It was cold.", "2:It was warm.");
    assertThat(claims("As they say [1]:\n\n> It was cold.\n\nAnd so on."))
        .containsExactly("1:It was cold.");
    assertThat(claims("> It was cold for a long time.\n\nFurther, it was warm [2]."))
        .containsExactly("0:It was cold for a long time.", "2:");
  }

  @Test
  void keepsQuotationsOfOtherParagraphsApart() {
    assertThat(claims("He said “it was cold in there”\n\nThe rate rose [1]."))
        .containsExactly("0:it was cold in there", "1:");
    assertThat(claims("- “it was cold in there”\n- The rate rose [1]."))
        .containsExactly("0:it was cold in there", "1:");
  }

  @Test
  void livesWithWhateverAModelSays() {
    for (var answer : List.of("", "[", "“", "\"[1]", "[1] \"", "> ", ">", "[999999]", "“”[0]")) {
      assertThat(AnswerClaims.in(answer)).isNotNull();
    }
  }
}
