package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colloquy.model.Problem;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked and answered on the page.
class WebPageTest extends WebPageCase {
  @Test
  void showsAnAnswerWhileItIsBeingSaid() {
    open(ScriptedReply.says("The *first* word", " and the last").waitingBefore(1, gate));
    signIn();

    ask("How many words?");

    page.until("article.question", "How many words?");
    page.until(ANSWER, "The first word");
    assertThat(page.run("document.querySelector('#stop').checkVisibility()").asBoolean()).isTrue();
    gate.open();
    page.until(ANSWER, "The first word and the last");
    page.until(WHOLE);
    page.until("#list", "How many words?");
    assertThat(page.run("document.querySelector('.answer em').innerText").asText())
        .isEqualTo("first");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void stopsAnAnswerAndKeepsWhatWasSaid() {
    open(ScriptedReply.says("Kept", "never said").waitingBefore(1, gate));
    signIn();
    ask("Tell me");
    page.until(ANSWER, "Kept");

    page.click("#stop");

    page.until(WHOLE);
    page.until("!document.querySelector('#stop').checkVisibility()");
    assertThat(page.run("document.querySelector('#messages').innerText").asText())
        .contains("Kept")
        .doesNotContain("never said");
  }

  @Test
  void picksUpARunningAnswerAfterAReload() {
    open(ScriptedReply.says("Before,", " after").waitingBefore(1, gate));
    signIn();
    ask("Go on");
    page.until(ANSWER, "Before,");

    page.reload();

    page.until(ANSWER, "Before,");
    page.until("document.querySelector('#stop').checkVisibility()");
    gate.open();
    page.until(ANSWER, "Before, after");
    page.until(WHOLE);
    page.reload();
    page.until(ANSWER, "Before, after");
    assertThat(page.run("document.querySelectorAll('#messages article').length").asInt())
        .isEqualTo(2);
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void saysThatTheConnectionIsLostAndGetsWhatItMissed() {
    open(ScriptedReply.says("One,", " two").waitingBefore(1, gate));
    signIn();
    ask("Count");
    page.until(ANSWER, "One,");

    link.cut();
    page.until("#connection", "Connection lost");
    gate.open();
    link.mend();

    page.until(ANSWER, "One, two");
    page.until("!document.querySelector('#connection').innerText");
    page.until(WHOLE);
  }

  @Test
  void keepsAQuestionThatDidNotArrive() {
    open(ScriptedReply.says("Here I am"));
    signIn();
    ask("First");
    page.until(ANSWER, "Here I am");
    page.until(WHOLE);

    link.cut();
    ask("Are you there?");
    page.until("#problem", "does not answer");
    assertThat(page.run("document.querySelector('#question').value").asText())
        .isEqualTo("Are you there?");
    link.mend();
    page.until("!document.querySelector('#connection').innerText");
    page.pressEnter();

    page.until("document.querySelectorAll('article.answer').length === 2");
    page.until(WHOLE);
    assertThat(client.get("/api/conversations").body()).containsOnlyOnce("\"title\"");
  }

  @Test
  void asksAgainAfterAFailureAndShowsBothAnswers() {
    open(
        ScriptedReply.fails(new Problem.Unavailable("The model is asleep.")),
        ScriptedReply.says("Awake"),
        ScriptedReply.says("Wide awake"));
    signIn();
    ask("Hello?");
    page.until("article.question", "No answer");

    page.click("article.question [data-part=retry]");
    page.until(ANSWER, "Awake");
    page.until(WHOLE);
    page.click(ANSWER + " [data-part=retry]");
    page.until(ANSWER, "Wide awake");
    page.until(ANSWER, "2 / 2");
    page.click(ANSWER + " [data-part=before]");

    page.until(ANSWER, "1 / 2");
    page.until(ANSWER, "Awake");
  }

  @Test
  void uploadsAFileAndSaysHowFarItIsRead(@TempDir Path folder) throws IOException {
    open(ScriptedReply.says("I have read it"));
    signIn();
    var file = Files.writeString(folder.resolve("ice.txt"), "Ice is cold.");

    page.until("document.querySelector('#attach').checkVisibility()");
    page.choose("#pick", file);

    page.until("#files", "ice.txt");
    page.until("document.querySelector('.file').dataset.state === 'ready'");
    page.until("location.hash.length > 30");
    var conversation = page.run("location.hash.slice(1)").asText();
    assertThat(client.get("/api/conversations/" + conversation + "/files").body())
        .contains("ice.txt");
    page.click(".file [data-part=remove]");
    page.until("!document.querySelector('.file')");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void whatAModelSaysIsHarmless() {
    var evil =
        """
        <script>window.hit = 1</script> <img src=x onerror="window.hit = 2">

        <svg onload="window.hit = 3"></svg>

        [press](javascript:window.hit=4) [data](data:text/html,x) [own](/api/export)
        ![look](http://127.0.0.1:%d/health/live) <a href="javascript:window.hit=5">this</a>

        | <b onclick="window.hit=6">a</b> | b |
        |---|---|
        | `</code><script>window.hit=7</script>` | <iframe srcdoc="<script>parent.hit=8</script>"> |

        ```"><script>window.hit=9</script>
        </pre><script>window.hit=10</script>
        ```
        [good](https://example.org/page)
        """;
    open(ScriptedReply.says(evil));
    signIn();

    ask("<img src=x onerror='window.hit = 11'>");

    page.until(ANSWER, "good (example.org)");
    page.until(WHOLE);
    page.until("#list", "<img");
    page.run(
        "document.querySelectorAll('.markdown :not(a, button, button *)').forEach(x => x.click())");
    assertThat(page.run("typeof window.hit").asText()).isEqualTo("undefined");
    assertThat(
            page.run(
                    "document.querySelectorAll('script:not([src]), img, iframe, .markdown"
                        + " svg:not(.icon), [onerror], [onclick], [style]:not(#question)').length")
                .asInt())
        .isZero();
    assertThat(
            page.run(
                    "[...document.querySelectorAll('.markdown a')].map((a) =>"
                        + " a.getAttribute('href')).filter(Boolean).join()")
                .asText())
        .isEqualTo("https://example.org/page");
    assertThat(page.run("document.querySelector('" + ANSWER + "').innerText").asText())
        .contains("<script>window.hit = 1</script>");
    assertThat(page.complaints()).isEmpty();
  }
}
