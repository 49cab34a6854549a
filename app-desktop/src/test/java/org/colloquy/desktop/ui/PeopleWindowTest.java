package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.ScriptedPeople;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class PeopleWindowTest extends WindowTest {
  private Node ofAda(String query) {
    return onWindow(() ->
        lookup(query).queryAll().stream()
            .filter(each -> String.valueOf(each.getAccessibleText()).contains("ada"))
            .findFirst()
            .orElseThrow());
  }

  private void open() {
    until(() -> shows("#shared"));
    clickOn("#shared");
    clickOn("#sharingPeople");
    untilSays("grace");
  }

  @Test
  void shutsSomebodyOutAndLetsThemInAgain() {
    open();
    interact(() -> Pictures.save(scene(), "people"));
    clickOn(ofAda(".account-turn"));
    untilSays("Shut out");
    untilSays("Let in again");
    assertThat(server.requests())
        .anyMatch(each -> each.startsWith("PATCH /api/accounts/") && each.contains("true"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> {
      window.stage().setWidth(900);
      window.stage().setHeight(600);
    });
    interact(() -> Pictures.save(scene(), "people-small-dark"));
    clickOn(ofAda(".account-turn"));
    until(() -> !says("Let in again"));
  }

  @Test
  void givesSomebodyAnotherRole() {
    open();
    clickOn(ofAda(".account-role"));
    push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
    until(() ->
        server.requests().stream()
            .anyMatch(each -> each.startsWith("PATCH") && each.contains("\"role\"")));
  }

  @Test
  void saysWhyItDidNotHappenAndShowsWhatStillIs() {
    open();
    server.refuse("/api/accounts", 409, "{\"problem\":\"conflict\",\"what\":\"owner\"}");
    clickOn(ofAda(".account-turn"));
    until(() -> shows(".failure"));
    assertThat(says("Let in again")).isFalse();
    clickOn("#peopleInvite");
    untilSays("Nobody was invited.");
  }

  @Test
  void makesACodeForANewPasswordThatIsShownOnce() {
    open();
    clickOn(ofAda(".account-reset"));
    untilSays("With this code ada chooses a new password, once");
    assertThat(onWindow(() -> lookup("#resetCode").queryTextInputControl().getText()))
        .startsWith("7K3M-");
    interact(() -> Pictures.save(scene(), "people-code"));
    clickOn("#showGroups");
    clickOn("#showAccounts");
    until(() -> !shows("#resetCode"));
  }

  @Test
  void removesAnAccountOnlyWhenThatIsSaidTwice() {
    open();
    clickOn(ofAda(".account-remove"));
    untilSays("Remove the account of ada with all conversations");
    clickOn("#confirmKeep");
    until(() -> !shows("#confirmRemove"));
    assertThat(server.requests()).noneMatch(each -> each.startsWith("DELETE"));
    clickOn(ofAda(".account-remove"));
    clickOn("#confirmRemove");
    until(() -> !says("ada"));
    assertThat(server.requests())
        .anyMatch(each -> each.startsWith("DELETE /api/accounts/" + ScriptedPeople.id("ada")));
  }
}
