package org.colloquy.desktop.ui.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.InvitationEntry;
import org.colloquy.desktop.client.SharingClient;
import org.colloquy.desktop.fake.Certificates;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.model.AccountRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharingViewModelTest {
  private static final URI FIRST = URI.create("https://192.168.1.5:8443");

  private final ScriptedServer server = new ScriptedServer();
  private final SharingViewModel model =
      new SharingViewModel(new SharingClient(server.address()), new InlineBackground());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void isNotOfferedToThoseWhoMayNotShare() {
    server.account().sharing().refuse();
    model.load();
    assertThat(model.sharing().get()).isNull();
    assertThat(model.failure().get()).isNull();
  }

  @Test
  void hasALinkWhileItIsShared() {
    model.open();
    assertThat(model.link().get()).isEmpty();
    model.turn(true);
    assertThat(model.link().get()).isEqualTo(Certificates.link(FIRST, null));
    model.address().set(URI.create("https://lab-desk.local:8443"));
    assertThat(model.link().get()).startsWith("https://lab-desk.local:8443#fp=");
    model.turn(false);
    assertThat(model.link().get()).isEmpty();
  }

  @Test
  void givesItANameAndAnnouncesIt() {
    model.open();
    model.name().set("  The lab  ");
    model.rename();
    model.announce(true);
    var now = Objects.requireNonNull(model.sharing().get());
    assertThat(now.name()).isEqualTo("The lab");
    assertThat(now.announced()).isTrue();
    var asked = server.requests().size();
    model.rename();
    assertThat(server.requests()).hasSize(asked);
  }

  @Test
  void theLinkInvitesUntilTheDialogIsLeft() {
    model.open();
    model.turn(true);
    model.invite(AccountRole.GUEST, 7);
    assertThat(model.link().get()).isEqualTo(Certificates.link(FIRST, "code-1"));
    assertThat(model.invitations()).hasSize(1);
    assertThat(String.valueOf(model.made().get())).doesNotContain("code-1");
    model.close();
    assertThat(model.link().get()).isEqualTo(Certificates.link(FIRST, null));
    model.open();
    assertThat(model.invitations().getFirst().role()).isEqualTo(AccountRole.GUEST);
  }

  @Test
  void showsTheNewestInvitationFirst() {
    model.open();
    model.turn(true);
    model.invite(AccountRole.GUEST, 7);
    model.invite(AccountRole.MEMBER, 1);
    assertThat(model.invitations())
        .extracting(InvitationEntry::role)
        .containsExactly(AccountRole.MEMBER, AccountRole.GUEST);
  }

  @Test
  void takesAnInvitationBack() {
    model.open();
    model.turn(true);
    model.invite(AccountRole.MEMBER, 1);
    model.withdraw(model.invitations().getFirst());
    assertThat(model.invitations()).isEmpty();
    assertThat(model.link().get()).doesNotContain("&c=");
    model.open();
    assertThat(model.invitations()).isEmpty();
  }

  @Test
  void saysWhyItCouldNotBeShared() {
    model.open();
    server.refuse(
        "/api/sharing", 503, "{\"problem\":\"unavailable\",\"why\":\"Port 8443 is taken.\"}");
    model.turn(true);
    assertThat(model.failure().get()).isInstanceOf(Failure.Told.class);
    assertThat(Objects.requireNonNull(model.sharing().get()).on()).isFalse();
  }
}
