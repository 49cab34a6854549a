package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.boot.EmbeddedServer;
import org.colloquy.desktop.client.OtherServer;
import org.colloquy.desktop.client.PeopleClient;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.client.SharingClient;
import org.colloquy.desktop.settings.Look;
import org.colloquy.model.AccountRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody forgot the password of their account on another server, which is a real one.
class ResetCodeWindowTest extends WindowTest {
  private static final String NOT_GOOD = "This code is not good for this name";

  private @Nullable EmbeddedServer started;

  @Override
  void prepare() {
    started =
        EmbeddedServer.start(
            List.of(
                "--data",
                folder.resolve("lab").toString(),
                "--port",
                "0",
                "--key-file",
                folder.resolve("lab.key").toString()));
    var invitation = new SharingClient(owner()).invite(AccountRole.MEMBER, 7);
    OtherServer.accept(stranger(), invitation.code(), "ada", "a forgotten password");
  }

  private EmbeddedServer lab() {
    return Objects.requireNonNull(started);
  }

  private ServerAddress owner() {
    return ServerAddress.of(lab().address(), lab().localToken());
  }

  private ServerAddress.Known stranger() {
    return new ServerAddress.Known(lab().address(), "", null);
  }

  @AfterEach
  void stop() {
    lab().close();
  }

  private String code() {
    var people = new PeopleClient(owner());
    var ada =
        people.accounts().stream()
            .filter(account -> account.username().equals("ada"))
            .findFirst()
            .orElseThrow();
    return people.resetCode(ada.id()).code();
  }

  private void openDialog() {
    clickOn("#connection");
    untilSays("Pairing link, or address of another Colloquy server");
    fill("#serverAddress", lab().address().toString());
    clickOn("#serverReset");
    until(() -> shows("#serverCode"));
  }

  private void fill(String field, String words) {
    interact(() -> lookup(field).<TextInputControl>query().setText(words));
  }

  private void choose(String name, String code, String password) {
    fill("#serverName", name);
    fill("#serverCode", code);
    fill("#serverPassword", password);
    clickOn("#serverJoin");
  }

  @Test
  void choosesANewPasswordAndIsConnected() {
    openDialog();
    assertThat(lookup("#serverJoin").queryButton().isDisabled()).isTrue();
    assertThat(lookup("#serverCode").query().getAccessibleText()).isEqualTo("Reset code");
    assertThat(lookup("#serverPassword").query().getAccessibleText())
        .isEqualTo("New password there");
    interact(() -> Pictures.save(scene(), "reset-code"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "reset-code-dark"));

    choose("ada", code(), "a new good password");

    untilSays("Connected as ada.");
    assertThat(shows("#serverCode")).isFalse();
    assertThat(OtherServer.signIn(stranger(), "ada", "a new good password").token()).isNotEmpty();
    push(KeyCode.ESCAPE);
    untilSays("On the server ");
  }

  @Test
  void isToldInOneSentenceWhatIsWrong() {
    openDialog();
    choose("ada", "7K3M-9QXA", "a new good password");
    untilSays(NOT_GOOD);
    interact(() -> Pictures.save(scene(), "reset-code-not-good"));

    var code = code();
    choose("ada", code, "short");
    untilSays("must contain at least 8 characters");
    choose("ada", code, "a new good password");
    untilSays("Connected as ada.");

    clickOn("#serverReset");
    until(() -> shows("#serverCode"));
    choose("ada", code, "one more good password");
    untilSays(NOT_GOOD);
  }

  @Test
  void goesBackToThePasswordThatIsKnown() {
    openDialog();
    untilSays("I know my password");
    clickOn("#serverReset");
    until(() -> !shows("#serverCode"));
    clickOn("#serverByPassword");
    fill("#serverName", "ada");
    fill("#serverPassword", "a forgotten password");
    clickOn("#serverJoin");
    untilSays("Connected as ada.");
  }
}
