package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a file that an answer cites, opened in a browser. Where there is no picture of it,
/// as here, its text is shown.
class WebPageReaderTest extends WebPageCase {
  private static final String ICE =
      """
      The glacier of Jostedal lost a tenth of its ice in the years of observation.\f\
      Samples of its ice were kept at -80 degrees until they were measured. \
      <img src=x onerror="window.hit = 1">\fNothing else was found.\
      """;

  @TempDir Path folder;

  @BeforeEach
  void askAboutAFile() throws IOException {
    open(
        ScriptedReply.says(
            "They were kept cold: “Samples of its ice were kept at -80 degrees” [1], and"
                + " “samples were boiled on the ship before they were measured” [1]."));
    signIn();
    page.until("document.querySelector('#attach').checkVisibility()");
    page.choose("#pick", Files.writeString(folder.resolve("ice.txt"), ICE));
    page.until("document.querySelector('.file').dataset.state === 'ready'");
    ask("At how many degrees were samples of ice kept?");
    page.until(WHOLE);
  }

  private void openSource(String kind) {
    page.until("document.querySelector('.sources ." + kind + " button')");
    page.click(".sources ." + kind + " button");
    page.until("document.querySelector('#reader').open");
  }

  @Test
  void showsThePageWithTheWordsMarked() {
    openSource("found");

    page.until("#reader mark", "Samples of its ice were kept at -80 degrees");
    page.until("#reader h2", "ice.txt");
    page.until("#reader footer", "Page 2");
    assertThat(page.run("document.querySelector('#reader .words').textContent").asText())
        .contains("<img src=x");
    pictures("web-reader-text");
    assertThat(page.run("typeof window.hit").asText()).isEqualTo("undefined");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void turnsToThePagesBeforeAndAfterAndStopsAtTheLast() {
    openSource("found");
    page.until("#reader footer", "Page 2");

    page.click("#reader [data-part=before]");
    page.until("#reader .words", "The glacier of Jostedal");
    assertThat(page.run("document.querySelector('#reader mark')").isNull()).isTrue();
    assertThat(
            page.run("document.querySelector('#reader [data-part=before]').disabled").asBoolean())
        .isTrue();
    page.click("#reader [data-part=after]");
    page.until("#reader mark", "Samples of its ice");
    page.click("#reader [data-part=after]");
    page.until("#reader .words", "Nothing else was found.");
    page.click("#reader [data-part=after]");

    page.until("document.querySelector('#reader [data-part=after]').disabled");
    page.until("#reader .words", "Nothing else was found.");
  }

  @Test
  void saysWhenTheWordsAreNotThere() {
    openSource("not-found");

    page.until(
        "#reader [data-part=lost]", "samples were boiled on the ship before they were measured");
    assertThat(page.run("document.querySelector('#reader mark')").isNull()).isTrue();
  }

  @Test
  void saysWhenTheFileIsGoneAndClosesByTheKeyboard() {
    page.click(".file [data-part=remove]");
    page.until("!document.querySelector('.file')");

    openSource("found");

    page.until("#reader [data-part=problem]", "This is no longer there.");
    page.click("#reader [data-part=close]");
    page.until("!document.querySelector('#reader').open");
  }
}
