package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.Line;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.fake.ScriptedAccount;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionWindowTest extends WindowTest {
  private final ScriptedServer other = new ScriptedServer();
  private final Line line = new Line(other.base());

  @Override
  void prepare() {
    server.conversations().add("At home", Instant.now(), List.of("a", "b"));
    other.conversations().add("In the lab", Instant.now(), List.of("a", "b"));
  }

  @AfterEach
  void stop() {
    line.close();
    other.close();
  }

  private void join() {
    untilSays("At home");
    clickOn("#connection");
    untilSays("Pairing link, or address of another Colloquy server");
    clickOn("#serverAddress").write(line.address().toString());
    clickOn("#serverToken").write(ScriptedAccount.TOKEN);
    clickOn("#serverJoin");
    untilSays("Connected as owner.");
  }

  @Test
  void showsAnotherServerAndComesBack() {
    join();
    interact(() -> Pictures.save(scene(), "connection"));
    push(KeyCode.ESCAPE);
    untilSays("In the lab");
    until(() -> !says("At home"));
    untilSays("On the server 127.0.0.1:");
    untilSays("What you write goes to the server 127.0.0.1:");
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "connection-other-dark"));
    clickOn("#connectionHome");
    untilSays("At home");
    until(() -> !says("In the lab"));
    untilSays("On this computer");
    untilSays("What you write stays on this computer.");
  }

  @Test
  void offersNoInvitationsToAnotherServer() {
    join();
    push(KeyCode.ESCAPE);
    untilSays("In the lab");
    until(() -> shows("#shared"));
    clickOn("#shared");
    clickOn("#sharingOn");
    untilSays("Nobody was invited.");
    until(() -> shows("#sharingPeople"));
    assertThat(shows("#invitationAdd")).isFalse();
    assertThat(shows("#invitationRole")).isFalse();
    interact(() -> Pictures.save(scene(), "sharing-elsewhere"));
    push(KeyCode.ESCAPE);
    clickOn("#connectionHome");
    untilSays("At home");
    clickOn("#shared");
    until(() -> shows("#invitationAdd"));
  }

  @Test
  void anAnswerGoesOnAfterTheConnectionWasLost() {
    join();
    push(KeyCode.ESCAPE);
    untilSays("In the lab");
    var script = other.next(Script.says("Half of it", ", and the other half.").holdingAfter(1));
    ask("Well?");
    untilSays("Half of it");
    line.cut();
    untilSays("does not answer. Trying again");
    interact(() -> Pictures.save(scene(), "connection-lost"));
    line.mend();
    script.go();
    untilSays("and the other half.");
    until(() -> !says("does not answer"));
  }
}
