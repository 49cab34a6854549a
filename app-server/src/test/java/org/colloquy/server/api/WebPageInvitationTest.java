package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.colloquy.model.AccountRole;
import org.colloquy.model.PairingLink;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.sharing.SharingChange;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.Test;

/// Somebody opens an invitation's link in a browser.
class WebPageInvitationTest extends WebPageCase {
  private String invite() {
    var owner = server.core().owner();
    return server.core().core().invitations().make(owner, AccountRole.GUEST, 7).code();
  }

  private void follow(String code) {
    page.go("http://localhost:" + server.port() + "/#c=" + code);
    page.until("#sign-in-title", "You are invited");
  }

  private void choose(String name, String password) {
    page.run("document.querySelector('#sign-in-form').reset()");
    page.type("[name=name]", name);
    page.type("[name=password]", password);
    page.pressEnter();
  }

  @Test
  void makesAnAccountAndIsSignedIn() {
    open(ScriptedReply.says("Welcome"));
    var code = invite();

    follow(code);
    pictures("web-invitation");
    choose("ole", TestCore.PASSWORD);

    page.until("#who", "ole");
    ask("Am I in?");
    page.until(ANSWER, "Welcome");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void keepsTheCodeOutOfTheAddressAndOutOfEveryRequest() {
    open(ScriptedReply.says("Welcome"));
    var code = invite();

    follow(code);

    assertThat(page.run("location.href").asText())
        .isEqualTo("http://localhost:" + server.port() + "/web/");
    assertThat(
            page.run(
                    "performance.getEntriesByType('resource').map((each) => each.name).join()"
                        + " + Object.values({...sessionStorage, ...localStorage}).join()"
                        + " + document.documentElement.outerHTML")
                .asText())
        .doesNotContain(code);
    page.reload();
    page.until("#sign-in-title", "Sign in to this server.");
  }

  @Test
  void isToldInOneSentenceThatAnInvitationIsNotGood() {
    open(ScriptedReply.says("Welcome"));
    var code = invite();
    server.core().core().invitations().accept(code, "ole", TestCore.PASSWORD, Visitor.PROGRAM);

    follow(code);
    choose("kurt", TestCore.PASSWORD);

    page.until("#sign-in-problem", "This invitation is not good: it was used already");
  }

  @Test
  void isToldWhatIsWrongWithANameOrAPasswordAndTriesAgain() {
    open(ScriptedReply.says("Welcome"));
    follow(invite());

    choose(NAME, TestCore.PASSWORD);
    page.until("#sign-in-problem", "Somebody has this name already.");
    choose("ole", "short");
    page.until("#sign-in-problem", "characters");
    choose("ole", TestCore.PASSWORD);

    page.until("#who", "ole");
  }

  @Test
  void takesThePlaceOfWhoIsSignedIn() {
    open(ScriptedReply.says("Secret"));
    signIn();
    ask("Who am I?");
    page.until(WHOLE);

    page.run("location.hash = 'c=%s'".formatted(invite()));
    page.until("#sign-in-title", "You are invited");
    choose("ole", TestCore.PASSWORD);

    page.until("#who", "ole");
    page.until("!document.querySelector('#messages').children.length");
    assertThat(page.run("document.querySelector('#page').innerText").asText())
        .doesNotContain("Who am I?", "Secret");
    assertThat(client.get("/api/sessions").body()).containsOnlyOnce("\"startedAt\"");
  }

  @Test
  void isTheOnlyWayToAnAccountOnTheNetwork() {
    serve(ScriptedReply.says("Welcome"));
    var core = server.core();
    var shared = core.core().sharing().change(core.owner(), SharingChange.ON);
    page = BrowserPage.trusting();

    page.go("http://localhost:" + server.port() + "/");
    page.until("document.querySelector('#sign-in-other').checkVisibility()");
    page.go("https://127.0.0.1:" + shared.port() + "/");
    page.until("#sign-in-title", "Sign in");
    page.until("performance.getEntriesByName(location.origin + '/web/strangers').length === 1");
    page.until("document.querySelector('#sign-in-go').checkVisibility()");
    assertThat(page.run("document.querySelector('#sign-in-other').checkVisibility()").asBoolean())
        .isFalse();
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void comesFromTheNetworkWithALinkOfTheWindow() {
    serve(ScriptedReply.says("Welcome"));
    var core = server.core();
    var shared = core.core().sharing().change(core.owner(), SharingChange.ON);
    var address = URI.create("https://127.0.0.1:" + shared.port());
    var pairing = new PairingLink(address, Objects.requireNonNull(shared.fingerprint()), invite());
    page = BrowserPage.trusting();

    page.go(pairing.text());
    page.until("#sign-in-title", "You are invited");
    choose("ole", TestCore.PASSWORD);

    page.until("#who", "ole");
    ask("Am I in?");
    page.until(ANSWER, "Welcome");
    assertThat(page.run("location.href").asText())
        .startsWith(address + "/web/#")
        .doesNotContain("c=");
    assertThat(page.complaints()).isEmpty();
  }
}
