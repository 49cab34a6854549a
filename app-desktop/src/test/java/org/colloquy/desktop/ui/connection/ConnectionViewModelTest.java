package org.colloquy.desktop.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.Contact;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.client.Unreachable;
import org.colloquy.desktop.fake.KeptToken;
import org.colloquy.desktop.fake.Line;
import org.colloquy.desktop.fake.ScriptedAccount;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionViewModelTest {
  private final ScriptedServer own = new ScriptedServer();
  private final ScriptedServer other = new ScriptedServer();
  private final Line line = new Line(other.base());
  private final ServerAddress address = own.address();
  private final InlineBackground background = new InlineBackground();
  @TempDir Path folder;
  private LiveSettings settings = settings(Path.of("not-there.json"));
  private final KeptToken tokens = new KeptToken();
  private final List<String> changes = new ArrayList<>();
  private Runnable meanwhile = () -> {};
  private final AccountClient client = new AccountClient(address);
  private ConnectionViewModel connection = connection(address);

  @BeforeEach
  void start() {
    settings = settings(folder.resolve("desktop.json"));
    connection = connection(address);
  }

  private LiveSettings settings(Path file) {
    return new LiveSettings(new SettingsFile(file), background);
  }

  private ConnectionViewModel connection(ServerAddress shown) {
    return new ConnectionViewModel(
        shown,
        background,
        settings,
        tokens,
        new ConnectionViewModel.Change(
            () -> this::rest,
            () -> changes.add("changed"),
            () -> changes.add("healed"),
            () -> changes.add("stopped")));
  }

  private void rest() {
    changes.add("rest");
    meanwhile.run();
  }

  @AfterEach
  void stop() {
    line.close();
    other.close();
    own.close();
  }

  private void join() {
    connection.form().address().set(line.address().toString());
    connection.form().token().set(ScriptedAccount.TOKEN);
    connection.join();
  }

  private String host() {
    return connection.link().get().host();
  }

  @Test
  void showsAnotherServerAndComesBack() {
    assertThat(connection.link().get().isOwn()).isTrue();
    join();
    assertThat(connection.state().get()).isEqualTo(new JoinState.Joined("owner"));
    assertThat(changes).containsExactly("rest", "changed");
    assertThat(host()).isEqualTo(line.address().getAuthority());
    own.requests().clear();
    client.tokens();
    assertThat(own.requests()).isEmpty();
    assertThat(other.requests()).anyMatch(each -> each.contains("/api/tokens"));

    connection.goHome();
    assertThat(connection.link().get().isOwn()).isTrue();
    client.tokens();
    assertThat(own.requests()).hasSize(1);
  }

  @Test
  void joinsOnceHoweverOftenItIsClicked() {
    meanwhile = connection::join;
    join();
    assertThat(changes).containsExactly("rest", "changed");
    assertThat(other.requests()).hasSize(1);
  }

  @Test
  void staysWhereItIsWhenTheOtherServerDoesNotLetItIn() {
    connection.form().address().set(line.address().toString());
    connection.form().token().set("wrong");
    connection.join();
    assertThat(connection.state().get()).isInstanceOf(JoinState.Fails.class);
    assertThat(connection.link().get().isOwn()).isTrue();
    assertThat(tokens.load()).isEmpty();
    assertThat(changes).isEmpty();
  }

  @Test
  void sendsATokenToNobodyOnTheWay() {
    connection.form().address().set("http://lab.example");
    connection.form().token().set("secret");
    connection.join();
    assertThat(connection.state().get()).isInstanceOf(JoinState.NoAddress.class);
  }

  @Test
  void showsTheTokenThatIsKeptToNoOtherServer() {
    join();
    connection.goHome();
    connection.join();
    assertThat(connection.state().get()).isEqualTo(new JoinState.Joined("owner"));
    connection.goHome();

    try (var stranger = new ScriptedServer()) {
      connection.form().address().set(stranger.base().toString());
      connection.join();
      assertThat(connection.state().get()).isInstanceOf(JoinState.Fails.class);
      assertThat(connection.link().get().isOwn()).isTrue();
    }
  }

  @Test
  void signsInByNameAndPassword() {
    connection.form().address().set(line.address().toString());
    connection.form().byPassword().set(true);
    assertThat(connection.form().complete().get()).isFalse();
    connection.form().name().set("owner");
    connection.form().password().set("a secret word");
    assertThat(connection.form().complete().get()).isTrue();
    connection.join();
    assertThat(connection.state().get()).isEqualTo(new JoinState.Joined("owner"));
    assertThat(tokens.load()).isEqualTo(ScriptedAccount.MADE);
    assertThat(settings.get().toString()).doesNotContain("a secret word");
  }

  @Test
  void showsItAgainAtTheNextStart() {
    join();
    assertThat(settings.get().connection().away()).isTrue();
    assertThat(settings.get().toString()).doesNotContain(ScriptedAccount.TOKEN);
    var later = own.address();
    var again = connection(later);
    again.resume();
    assertThat(again.link().get().host()).isEqualTo(line.address().getAuthority());
    assertThat(new AccountClient(later).username()).isEqualTo("owner");

    again.goHome();
    var atHome = connection(own.address());
    atHome.resume();
    assertThat(atHome.link().get().isOwn()).isTrue();
  }

  @Test
  void forgetsTheOtherServerAndItsToken() {
    join();
    connection.forget();
    assertThat(connection.link().get().isOwn()).isTrue();
    assertThat(tokens.load()).isEmpty();
    assertThat(settings.get().connection().address()).isEmpty();
  }

  @Test
  void tellsThatNobodyAnswersAndHealsByItself() {
    join();
    changes.clear();
    line.cut();
    assertThatThrownBy(client::tokens).isInstanceOf(Unreachable.class);
    assertThat(connection.link().get().contact()).isEqualTo(Contact.LOST);
    background.letTimePass();
    assertThat(connection.link().get().contact()).isEqualTo(Contact.LOST);
    line.mend();
    background.letTimePass();
    assertThat(connection.link().get().contact()).isEqualTo(Contact.THERE);
    assertThat(changes).containsExactly("healed");
  }

  @Test
  void asksNothingWhileEverythingIsWell() {
    join();
    background.letTimePass();
    other.requests().clear();
    assertThat(background.waiting()).isZero();
    assertThat(other.requests()).isEmpty();
  }

  @Test
  void stopsAskingAServerThatWasLeft() {
    join();
    line.cut();
    assertThatThrownBy(client::tokens).isInstanceOf(Unreachable.class);
    connection.goHome();
    changes.clear();
    background.letTimePass();
    background.letTimePass();
    assertThat(background.waiting()).isZero();
    assertThat(changes).isEmpty();
    assertThat(URI.create("http://" + own.base().getAuthority())).isEqualTo(own.base());
  }
}
