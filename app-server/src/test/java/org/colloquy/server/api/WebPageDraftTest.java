package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.Test;

/// What is written on the page and not asked yet, and what was asked and is asked otherwise.
class WebPageDraftTest extends WebPageCase {
  private static final String FIELD = "document.querySelector('#question').value";

  private void untilKept(String text) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> client.get("/api/drafts").body().contains(text));
  }

  private void untilNothingIsKept() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> client.get("/api/drafts").body().equals("{\"drafts\":[]}"));
  }

  @Test
  void keepsWhatIsWrittenInEachConversation() {
    open(ScriptedReply.says("Yes"));
    signIn();
    ask("First");
    page.until(WHOLE);

    page.type("#question", "begun <b>here</b>");
    page.click("#new");
    page.until(FIELD + " === ''");
    page.type("#question", "begun for later");
    untilKept("begun <b>here</b>");
    untilKept("begun for later");
    page.reload();
    page.until(FIELD + " === 'begun for later'");
    page.click("#list a");

    page.until(FIELD + " === 'begun <b>here</b>'");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void forgetsWhatWasAsked() {
    open(ScriptedReply.says("Yes"));
    signIn();
    page.type("#question", "Is it?");
    untilKept("Is it?");

    page.pressEnter();

    page.until(WHOLE);
    untilNothingIsKept();
    assertThat(page.run(FIELD).asText()).isEmpty();
  }

  @Test
  void showsWhatWasWrittenInTheWindow() {
    open(ScriptedReply.says("Yes"));
    client.send("PUT", "/api/drafts", "{\"text\":\"from the window\"}");

    signIn();

    page.until(FIELD + " === 'from the window'");
  }

  @Test
  void sendsWhatIsWrittenWhenThePageIsLeft() {
    open(ScriptedReply.says("Yes"));
    signIn();
    page.type("#question", "quickly left");

    page.go("about:blank");

    untilKept("quickly left");
  }

  @Test
  void asksAQuestionInOtherWordsAndKeepsTheFirst() {
    open(ScriptedReply.says("Cold"), ScriptedReply.says("Hot"));
    signIn();
    ask("How is ice?");
    page.until(ANSWER, "Cold");
    page.until(WHOLE);

    page.click("article.question [data-part=rewrite]");
    page.until(FIELD + " === 'How is ice?'");
    page.until("#rewriting", "You are putting an earlier question in other words.");
    pictures("web-rewriting");
    page.type("#question", " And fire?");
    page.pressEnter();

    page.until(ANSWER, "Hot");
    page.until(WHOLE);
    page.until("article.question", "2 / 2");
    assertThat(page.run("document.querySelectorAll('#messages article').length").asInt())
        .isEqualTo(2);
    page.until("!document.querySelector('#rewriting').checkVisibility()");
    page.click("article.question [data-part=before]");
    page.until(ANSWER, "Cold");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void takesUpARewritingAgainAfterAReloadOrGivesItUp() {
    open(ScriptedReply.says("Cold"));
    signIn();
    ask("How is ice?");
    page.until(WHOLE);
    page.click("article.question [data-part=rewrite]");
    untilKept("\"instead\":\"");

    page.reload();
    page.until(FIELD + " === 'How is ice?'");
    page.click("#rewrite-nothing");

    page.until(FIELD + " === ''");
    untilNothingIsKept();
  }

  @Test
  void showsTheQuestionAgainThatCouldNotBeAskedInOtherWords() {
    open(ScriptedReply.says("Cold"));
    signIn();
    ask("How is ice?");
    page.until(WHOLE);
    page.click("article.question [data-part=rewrite]");
    page.type("#question", " And fire?");

    link.cut();
    page.pressEnter();
    page.until("#problem", "does not answer");
    link.mend();

    page.until(ANSWER, "Cold");
    assertThat(page.run(FIELD).asText()).isEqualTo("How is ice? And fire?");
    page.until("#rewriting", "You are putting");
  }

  @Test
  void showsNobodyWhatSomebodyElseWrote() {
    open(ScriptedReply.says("Yes"));
    server.core().member("ole");
    signIn();
    page.type("#question", "a secret");

    page.click("#sign-out");
    page.until("document.querySelector('#sign-in-form').checkVisibility()");
    page.type("[name=name]", "ole");
    page.type("[name=password]", TestCore.PASSWORD);
    page.pressEnter();

    page.until("#who", "ole");
    assertThat(page.run(FIELD).asText()).isEmpty();
  }
}
