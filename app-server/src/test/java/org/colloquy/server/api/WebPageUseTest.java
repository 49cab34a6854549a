package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.Test;

/// Who comes to the page, on what, and what they do there beside asking.
class WebPageUseTest extends WebPageCase {
  @Test
  void speaksTheBrowsersLanguage() {
    open(ScriptedReply.says("Ja"));
    page.speak("de-AT,en;q=0.5");
    page.reload();

    page.until("#sign-in-go", "Anmelden");
    page.type("[name=name]", NAME);
    page.type("[name=password]", "wrong");
    page.pressEnter();
    page.until("#sign-in-problem", "Diesen Namen mit diesem Passwort gibt es nicht.");
    assertThat(page.run("document.documentElement.lang").asText()).isEqualTo("de");
  }

  @Test
  void fitsAPhone() {
    open(
        ScriptedReply.says(
            "| a | b |\n|-|-|\n| " + "wide ".repeat(50) + "| " + "x".repeat(300) + " |\n"));
    page.look(390, 844, "dark");
    signIn();
    ask("A " + "very".repeat(80) + " long word");
    page.until(WHOLE);

    assertThat(page.run("document.documentElement.scrollWidth").asInt()).isEqualTo(390);
    assertThat(
            page.run(
                    "[...document.querySelectorAll('#centre > *, #messages > *')].filter((each) =>"
                        + " each.getBoundingClientRect().right > 390).length")
                .asInt())
        .isZero();
    assertThat(
            page.run("document.querySelector('#new').checkVisibility({visibilityProperty: true})")
                .asBoolean())
        .isFalse();
    page.click("#show-side");
    page.until("document.querySelector('#new').checkVisibility({visibilityProperty: true})");
    page.click("#list a");
    page.until("!document.querySelector('#new').checkVisibility({visibilityProperty: true})");
  }

  @Test
  void callsConversationsOtherwiseAndTakesDeletingBack() {
    open(ScriptedReply.says("Yes"));
    signIn();
    ask("Is it?");
    page.until(WHOLE);

    page.click(".entry [data-part=rename]");
    page.run("document.querySelector('#rename input').value = 'Another name'");
    page.click("#rename [value=yes]");
    page.until("#list", "Another name");
    page.click(".entry [data-part=remove]");
    page.until("!document.querySelector('.entry')");
    page.click("#undo button");
    page.until("#list", "Another name");
  }

  @Test
  void signsOut() {
    open(ScriptedReply.says("Yes"));
    signIn();
    ask("Is it?");
    page.until(WHOLE);

    page.click("#sign-out");

    page.until("document.querySelector('#sign-in-form').checkVisibility()");
    assertThat(
            page.run("sessionStorage.length + localStorage.length + document.cookie.length")
                .asInt())
        .isZero();
    page.reload();
    page.until("document.querySelector('#sign-in-form').checkVisibility()");
    assertThat(page.run("document.body.innerText").asText()).doesNotContain("Is it?");
  }

  @Test
  void makesAnAccountAndSignsInWithIt() {
    open(ScriptedReply.says("Welcome"));
    page.click("#sign-in-other");
    page.type("[name=name]", "ole");
    page.type("[name=email]", "ole@example.org");
    page.type("[name=password]", "a very good password");

    page.pressEnter();

    page.until("#who", "ole");
  }
}
