package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.Test;

/// What is read from right to left.
class WebPageDirectionTest extends WebPageCase {
  private static final String QUESTION = "ما عمق البئر؟";
  private static final String ANSWER =
      """
      يبلغ عمق البئر أربعين مترا، وتسمى Mill Well.

      > عمق البئر أربعون مترا.

      - بئر الطاحونة
      - Mill Well

      | البئر | العمق |
      |---|---|
      | الطاحونة | 40 |

      The depth is 40 metres, called عمق.

      ```python
      # עומק
      depth = 40
      ```
      """;

  private String direction(String selector) {
    return page.run("getComputedStyle(document.querySelector('%s')).direction".formatted(selector))
        .asText();
  }

  private double number(String expression) {
    return page.run(expression).asDouble();
  }

  @Test
  void beginsWhereItsFirstLetterSays() {
    open(ScriptedReply.says(ANSWER));
    signIn();
    page.until("document.querySelector('#question').checkVisibility()");
    page.run("document.querySelector('#question').value = '" + QUESTION + "'");
    assertThat(direction("#question")).isEqualTo("rtl");

    ask(QUESTION);
    page.until(WHOLE);
    page.until("getComputedStyle(document.querySelector('#title')).direction === 'rtl'");
    pictures("web-direction");

    assertThat(direction(".question .words")).isEqualTo("rtl");
    assertThat(direction(".markdown p")).isEqualTo("rtl");
    assertThat(direction(".markdown blockquote")).isEqualTo("rtl");
    assertThat(direction(".markdown ul")).isEqualTo("rtl");
    assertThat(direction(".markdown table")).isEqualTo("rtl");
    assertThat(direction(".entry .name")).isEqualTo("rtl");
    assertThat(direction(".markdown pre code")).isEqualTo("ltr");
    assertThat(direction("#question")).isEqualTo("ltr");
    assertThat(
            number(
                "parseFloat(getComputedStyle(document.querySelector('blockquote')).borderRightWidth)"))
        .isPositive();
    assertThat(number("document.querySelector('td').getBoundingClientRect().left"))
        .isGreaterThan(
            number("document.querySelector('td:last-child').getBoundingClientRect().left"));
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void leavesWhatIsReadFromTheLeftAsItIs() {
    open(ScriptedReply.says("The depth is 40 metres, called عمق.\n\n> A quotation."));
    signIn();
    ask("How deep is the well?");
    page.until(WHOLE);

    assertThat(direction(".markdown p")).isEqualTo("ltr");
    assertThat(direction(".markdown blockquote")).isEqualTo("ltr");
    assertThat(direction(".question .words")).isEqualTo("ltr");
  }
}
