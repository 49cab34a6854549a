package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.client.FoundServer;
import org.colloquy.desktop.fake.Certificates;
import org.colloquy.desktop.fake.Line;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PairingWindowTest extends WindowTest {
  private final ScriptedServer lab = new ScriptedServer();
  private final Line line = new Line(lab.base(), Certificates.of("lab"));

  @Override
  void prepare() {
    server.conversations().add("At home", Instant.now(), List.of("a", "b"));
    lab.conversations().add("In the lab", Instant.now(), List.of("a", "b"));
  }

  @AfterEach
  void stop() {
    line.close();
    lab.close();
  }

  private void paste(String link) {
    interact(() -> lookup("#serverAddress").<TextInputControl>query().setText(link));
  }

  @Test
  void joinsWithAnInvitationAndStopsWhenSomebodyElseAnswers() {
    untilSays("At home");
    clickOn("#connection");
    var link = Certificates.link(line.address(), lab.account().sharing().invite());
    paste(link.replaceFirst("#fp=.", "#fp="));
    untilSays("is not whole or not copied as it is");
    assertThat(lookup("#serverJoin").queryButton().isDisabled()).isTrue();
    interact(() -> Pictures.save(scene(), "pairing-wrong"));
    paste(link);
    untilSays("You are invited");
    clickOn("#serverName").write("ada");
    push(KeyCode.TAB).write("a long secret word");
    interact(() -> Pictures.save(scene(), "pairing-invited"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "pairing-invited-dark"));
    push(KeyCode.ENTER);
    untilSays("Connected as owner.");
    push(KeyCode.ESCAPE);
    untilSays("In the lab");

    line.cut();
    line.mend(Certificates.of("stranger"));
    lab.requests().clear();
    interact(() -> wiring.shell().history().lookAgain());
    untilSays("This is not the server that this window was paired with");
    untilSays("Stopped: it is not 127.0.0.1:");
    clickOn("Details");
    untilSays("Shown now");
    interact(() -> Pictures.save(scene(), "pairing-stopped-dark"));
    interact(() -> settings.change(now -> now.withLook(Look.LIGHT)));
    interact(() -> {
      window.stage().setWidth(900);
      window.stage().setHeight(600);
    });
    interact(() -> Pictures.save(scene(), "pairing-stopped-small"));
    assertThat(lab.requests()).isEmpty();
    clickOn("#serverForget");
    until(() -> !says("paired with"));
    push(KeyCode.ESCAPE);
    untilSays("At home");
  }

  @Test
  void findsServersOnlyWhileItIsOpenAndTrustsNoneOfThem() {
    network.announce(new FoundServer("The lab", line.address()));
    untilSays("At home");
    assertThat(network.looking()).isZero();
    clickOn("#connection");
    untilSays("The lab");
    clickOn(".found-server");
    untilSays("Ask whoever runs it");
    assertThat(lookup("#serverJoin").queryButton().isDisabled()).isTrue();
    interact(() -> Pictures.save(scene(), "pairing-found"));
    push(KeyCode.ENTER);
    assertThat(lab.requests()).isEmpty();
    interact(() ->
        lookup("#serverAddress")
            .<TextInputControl>query()
            .appendText(Certificates.link(line.address(), null)));
    untilSays("Recognised by its fingerprint");
    interact(() -> network.announce());
    until(() -> !shows(".found-server"));
    push(KeyCode.ESCAPE);
    until(() -> network.looking() == 0);
  }
}
