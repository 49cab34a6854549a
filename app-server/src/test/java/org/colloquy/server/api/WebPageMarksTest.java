package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The numbers in an answer by which it names its sources.
class WebPageMarksTest extends WebPageCase {
  private static final String MARK = ".markdown button.mark";
  private static final String ICE =
      """
      The glacier of Jostedal lost a tenth of its ice in the years of observation.\f\
      Samples of its ice were kept at -80 degrees until they were measured.\f\
      Nothing else was found.\
      """;

  @TempDir Path folder;

  private void answered(String answer) throws IOException {
    open(ScriptedReply.says(answer));
    signIn();
    page.until("document.querySelector('#attach').checkVisibility()");
    page.choose("#pick", Files.writeString(folder.resolve("ice.txt"), ICE));
    page.until("document.querySelector('.file').dataset.state === 'ready'");
    ask("At how many degrees were samples of ice kept?");
    page.until(WHOLE);
    page.until("document.querySelector('.sources li.found, .sources li.not-found') !== null");
  }

  private List<String> all(String selector, String what) {
    var said =
        page.run(
            "[...document.querySelectorAll('%s')].map((each) => each.%s)"
                .formatted(selector, what));
    return StreamSupport.stream(said.spliterator(), false).map(JsonNode::asText).toList();
  }

  private String words() {
    return page.run("document.querySelector('.markdown').textContent").asText();
  }

  @Test
  void openThePageByKeyboardAndByClick() throws IOException {
    answered(
        "They were kept cold: “Samples of its ice were kept at -80 degrees” [1], and “samples were"
            + " boiled on the ship before they were measured” [1].");

    assertThat(all(MARK, "textContent")).containsExactly("[1]", "[1] ⚠ not found there");
    assertThat(all(MARK, "ariaLabel"))
        .containsExactly("Source 1: ice.txt, page 2", "Source 1: ice.txt, page 2, not found there");
    assertThat(words()).contains("were kept at -80 degrees” [1], and “samples were boiled");
    pictures("web-marks");

    page.run("document.querySelector('" + MARK + "').focus()");
    page.pressEnter();
    page.until("#reader mark", "Samples of its ice were kept at -80 degrees");
    page.click("#reader [data-part=close]");
    page.click(MARK + ".lost");
    page.until("#reader [data-part=lost]", "samples were boiled on the ship");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void ofSeveralSourcesLeadToTheirList() throws IOException {
    answered("**“The glacier lost ice”**[1, 2] and more.");

    assertThat(all(MARK, "textContent")).containsExactly("[1, 2] ⚠ not found there");
    assertThat(all(".markdown strong", "textContent")).containsExactly("“The glacier lost ice”");
    page.run("document.querySelector('.sources').open = false");

    page.click(MARK);

    page.until("document.querySelector('.sources').open");
    page.until("document.activeElement.closest('.sources li') !== null");
  }

  @Test
  void standBehindAQuotationThatNamesNoSource() throws IOException {
    answered("It says “all of the ice was gone within the first year”(sic), and so on.");

    assertThat(all(MARK, "textContent")).containsExactly("⚠ not found there");
    assertThat(words())
        .contains("It says “all of the ice was gone within the first year”⚠ not found there(sic)");
  }

  @Test
  void areWordsWithinLinksAndAddressesAndFormulas() throws IOException {
    answered(
        "One [1], [two [1]](https://two.example/a), <https://three.example/[1]> and"
            + " [four](https://four.example 'of [1] four').");

    assertThat(all(MARK, "textContent")).containsExactly("[1]");
    assertThat(words()).contains("two [1]");
    assertThat(all(".markdown a", "href"))
        .allSatisfy(address -> assertThat(address).doesNotContain("%EE"));
    assertThat(all(".markdown a", "title")).contains("of [1] four");
  }

  @Test
  void areWordsWhereTheAnswerHasTheirSignsItself() throws IOException {
    answered("Odd [\uE0007\uE001] and one [1].");

    page.until("document.querySelector('.sources .found') !== null");
    assertThat(page.run("document.querySelector('" + MARK + "')").isNull()).isTrue();
    assertThat(words()).contains("Odd [\uE0007\uE001] and one [1].");
  }
}
