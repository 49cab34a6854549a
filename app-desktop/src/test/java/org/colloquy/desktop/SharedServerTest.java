package org.colloquy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.boot.EmbeddedServer;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.ChangedAuthority;
import org.colloquy.desktop.client.Contact;
import org.colloquy.desktop.client.FoundServer;
import org.colloquy.desktop.client.MulticastSearch;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.client.SharingClient;
import org.colloquy.desktop.fake.KeptToken;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.colloquy.desktop.ui.connection.ConnectionViewModel;
import org.colloquy.desktop.ui.connection.JoinState;
import org.colloquy.desktop.ui.sharing.SharingViewModel;
import org.colloquy.model.AccountRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One program's window shares its server, another one's is paired with it.
class SharedServerTest {
  private final InlineBackground background = new InlineBackground();
  private final ScriptedServer elsewhere = new ScriptedServer();
  private final ServerAddress shown = elsewhere.address();
  private final KeptToken tokens = new KeptToken();
  @TempDir Path folder;
  private EmbeddedServer lab;
  private SharingViewModel sharing;
  private ConnectionViewModel connection;

  @BeforeEach
  void start() {
    lab = EmbeddedServer.start(arguments("lab", 0));
    sharing = sharing(lab);
    var settings = new LiveSettings(new SettingsFile(folder.resolve("desktop.json")), background);
    connection =
        new ConnectionViewModel(
            shown,
            background,
            settings,
            tokens,
            new ConnectionViewModel.Change(() -> () -> {}, () -> {}, () -> {}, () -> {}));
    sharing.open();
    sharing.turn(true);
    assumeThat(sharing.link().get()).as("a computer in a network").isNotEmpty();
  }

  private List<String> arguments(String name, int port) {
    var data = folder.resolve(name);
    return List.of(
        "--data",
        data.toString(),
        "--port",
        "0",
        "--share-port",
        Integer.toString(port),
        "--key-file",
        folder.resolve(name + ".key").toString());
  }

  private SharingViewModel sharing(EmbeddedServer server) {
    var address = ServerAddress.of(server.address(), server.localToken());
    return new SharingViewModel(new SharingClient(address), background);
  }

  @AfterEach
  void stop() {
    lab.close();
    elsewhere.close();
  }

  private void join() {
    sharing.invite(AccountRole.MEMBER, 7);
    connection.form().address().set(sharing.link().get());
    connection.form().name().set("ada");
    connection.form().password().set("a good password");
    connection.join();
  }

  @Test
  void somebodyInvitedWorksThereAndComesBack() {
    join();
    assertThat(connection.state().get()).isEqualTo(new JoinState.Joined("ada"));
    var client = new ApiClient(shown);
    client.startConversation();
    assertThat(client.conversations()).hasSize(1);
    sharing.open();
    assertThat(sharing.invitations().getFirst().usedAt()).isNotNull();

    connection.goHome();
    connection.form().byPassword().set(false);
    connection.join();
    assertThat(connection.state().get()).isEqualTo(new JoinState.Joined("ada"));
    assertThatThrownBy(() -> new SharingClient(shown).sharing())
        .isInstanceOf(org.colloquy.model.ProblemException.class);
  }

  @Test
  void aUsedInvitationIsToldFromATypingError() {
    join();
    var used = sharing.link().get();
    connection.goHome();
    connection.form().address().set(used);
    connection.form().name().set("grace");
    connection.form().password().set("a good password");
    connection.join();
    assertThat(connection.state().get()).isInstanceOf(JoinState.InvitationOver.class);
  }

  @Test
  void anotherServerInItsPlaceGetsNothing() {
    join();
    var place = Objects.requireNonNull(sharing.address().get());
    lab.close();
    lab = EmbeddedServer.start(arguments("stranger", place.getPort()));
    var stranger = sharing(lab);
    stranger.open();
    stranger.turn(true);
    assertThat(stranger.link().get()).startsWith(place + "#fp=");
    assertThatThrownBy(() -> new AccountClient(shown).username())
        .isInstanceOf(ChangedAuthority.class);
    assertThat(connection.link().get().contact()).isEqualTo(Contact.STOPPED);
  }

  @Test
  void theSameServerIsRecognisedAfterItStartedAnew() {
    join();
    var place = Objects.requireNonNull(sharing.address().get());
    lab.close();
    lab = EmbeddedServer.start(arguments("lab", place.getPort()));
    assertThat(new AccountClient(shown).username()).isEqualTo("ada");
  }

  @Test
  void isFoundByItsNameWhileItIsAnnounced() {
    sharing.name().set("The lab");
    sharing.rename();
    sharing.announce(true);
    var found = new CopyOnWriteArrayList<FoundServer>();
    try (var _ = new MulticastSearch().look(found::addAll)) {
      await().until(() -> found.stream().anyMatch(each -> each.name().equals("The lab")));
      List<URI> addresses = Objects.requireNonNull(sharing.sharing().get()).addresses();
      assertThat(found).anyMatch(each -> addresses.contains(each.address()));
    }
  }
}
