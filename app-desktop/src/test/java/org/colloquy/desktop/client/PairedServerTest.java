package org.colloquy.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.desktop.client.ServerAddress.Known;
import org.colloquy.desktop.fake.Certificates;
import org.colloquy.desktop.fake.Line;
import org.colloquy.desktop.fake.ScriptedAccount;
import org.colloquy.desktop.fake.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedServerTest {
  private final ScriptedServer server = new ScriptedServer();
  private final Line line = new Line(server.base(), Certificates.of("lab"));

  @AfterEach
  void stop() {
    line.close();
    server.close();
  }

  private Known paired() {
    return new Known(line.address(), ScriptedAccount.TOKEN, Certificates.lab());
  }

  @Test
  void isKnownByItsAuthorityThoughTheSystemTrustsItNot() {
    assertThat(OtherServer.accountOf(paired())).isEqualTo("owner");
    var plain = new Known(line.address(), ScriptedAccount.TOKEN);
    assertThatThrownBy(() -> OtherServer.accountOf(plain)).isInstanceOf(Unreachable.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aStrangerInItsPlaceGetsNothing() {
    line.cut();
    line.mend(Certificates.of("stranger"));
    assertThatExceptionOfType(ChangedAuthority.class)
        .isThrownBy(() -> OtherServer.accountOf(paired()))
        .satisfies(why -> {
          assertThat(why.expected()).isEqualTo(Certificates.lab());
          assertThat(why.shown()).isNotEqualTo(Certificates.lab());
        });
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void sendingTheAuthoritysCertificateAlongDoesNotHelp() {
    line.cut();
    line.mend(Certificates.pretending());
    assertThatThrownBy(() -> OtherServer.accountOf(paired())).isInstanceOf(ChangedAuthority.class);
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"elsewhere", "late"})
  void aCertificateForAnotherHostOrFromLongAgoIsNotGood(String name) {
    line.cut();
    line.mend(Certificates.of(name));
    assertThatThrownBy(() -> OtherServer.accountOf(paired())).isInstanceOf(Unreachable.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void nothingMoreIsAskedUntilAnotherServerIsChosen() {
    var address = server.address();
    List<Contact> contacts = new ArrayList<>();
    address.whenContactChanges(contacts::add);
    address.turnTo(paired());
    var client = new AccountClient(address);
    assertThat(client.username()).isEqualTo("owner");
    line.cut();
    line.mend(Certificates.of("stranger"));
    assertThatThrownBy(client::username).isInstanceOf(ChangedAuthority.class);
    line.cut();
    line.mend(Certificates.of("lab"));
    assertThatThrownBy(client::username).isInstanceOf(ChangedAuthority.class);
    assertThat(contacts).containsExactly(Contact.STOPPED);
    address.turnTo(paired());
    assertThat(client.username()).isEqualTo("owner");
    address.turnBack();
    assertThat(client.username()).isEqualTo("owner");
    assertThat(address.stopped()).isNull();
  }
}
