package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.identity.ResetCodes;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.sharing.SharingChange;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.Test;

/// Somebody forgot their password, and has a code from whoever runs the server.
class WebPageResetTest extends WebPageCase {
  private static final String NOT_GOOD = "This code is not good for this name";

  private String code() {
    var core = server.core();
    var account = core.stores().accounts().findByName(NAME).orElseThrow();
    return core.core().resetCodes().make(core.owner(), account.id()).code();
  }

  private void chooseTo() {
    page.click("#sign-in-reset");
    page.until("#sign-in-title", "Choose a new password with the code");
  }

  private void choose(String name, String code, String password) {
    page.run("document.querySelector('#sign-in-form').reset()");
    page.type("[name=name]", name);
    page.type("[name=code]", code);
    page.type("#sign-in-form [name=password]", password);
    page.pressEnter();
  }

  @Test
  void choosesANewPasswordAndIsSignedIn() {
    open(ScriptedReply.says("Welcome back"));
    page.until("document.querySelector('#sign-in-reset').checkVisibility()");
    pictures("web-sign-in");
    chooseTo();
    pictures("web-reset");

    choose(NAME, code().toLowerCase(Locale.ROOT).replace("-", " "), "another good password");

    page.until("#who", NAME);
    ask("Am I in?");
    page.until(ANSWER, "Welcome back");
    var core = server.core();
    var tokens =
        core.core()
            .sessions()
            .signIn(NAME, "another good password", TestCore.ANY_CLIENT, Visitor.PROGRAM);
    assertThat(tokens.access()).isNotEmpty();
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void isToldInOneSentenceThatACodeIsNotGood() {
    open(ScriptedReply.says("Hi"));
    chooseTo();

    choose(NAME, "7K3M-9QXA", TestCore.PASSWORD);
    page.until("#sign-in-problem", NOT_GOOD);
    pictures("web-reset-not-good");
    choose("nobody", code(), TestCore.PASSWORD);
    page.until("document.querySelector('#sign-in-go:enabled')");
    page.until("#sign-in-problem", NOT_GOOD);
  }

  @Test
  void isToldThatACodeWasUsedOrIsTooOld() {
    open(ScriptedReply.says("Hi"));
    var used = code();
    chooseTo();
    choose(NAME, used, "another good password");
    page.until("#who", NAME);
    page.click("#sign-out");
    page.until("document.querySelector('#sign-in-reset').checkVisibility()");

    chooseTo();
    choose(NAME, used, "one more good password");
    page.until("#sign-in-problem", NOT_GOOD);
    var old = code();
    server.core().clock().advance(ResetCodes.LIFETIME.plus(Duration.ofSeconds(1)));
    choose(NAME, old, "one more good password");
    page.until("document.querySelector('#sign-in-go:enabled')");
    page.until("#sign-in-problem", NOT_GOOD);
  }

  @Test
  void isToldWhatIsWrongWithAPasswordAndTheCodeStaysGood() {
    open(ScriptedReply.says("Hi"));
    var code = code();
    chooseTo();

    choose(NAME, code, "short");
    page.until("#sign-in-problem", "must contain at least 8 characters");
    choose(NAME, code, "another good password");

    page.until("#who", NAME);
  }

  @Test
  void goesBackToThePasswordThatIsKnown() {
    open(ScriptedReply.says("Hi"));
    chooseTo();

    page.click("#sign-in-other");

    page.until("#sign-in-title", "Sign in to this server.");
    page.until("!document.querySelector('[name=code]').checkVisibility()");
    signIn();
  }

  @Test
  void comesFromTheNetworkAsWell() {
    serve(ScriptedReply.says("Hi"));
    var core = server.core();
    var shared = core.core().sharing().change(core.owner(), SharingChange.ON);
    page = BrowserPage.trusting();
    page.go("https://127.0.0.1:" + shared.port() + "/");
    page.until("document.querySelector('#sign-in-reset').checkVisibility()");
    chooseTo();

    choose(NAME, code(), "another good password");

    page.until("#who", NAME);
    assertThat(page.complaints()).isEmpty();
  }
}
