package org.colloquy.desktop.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.ChangedAuthority;
import org.colloquy.desktop.client.Contact;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.fake.Certificates;
import org.colloquy.desktop.fake.KeptToken;
import org.colloquy.desktop.fake.Line;
import org.colloquy.desktop.fake.ScriptedAccount;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.settings.Connection;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingTest {
  private final ScriptedServer own = new ScriptedServer();
  private final ScriptedServer lab = new ScriptedServer();
  private final Line line = new Line(lab.base(), Certificates.of("lab"));
  private final InlineBackground background = new InlineBackground();
  private final KeptToken tokens = new KeptToken();
  private final List<String> changes = new ArrayList<>();
  @TempDir Path folder;
  private LiveSettings settings = settings(Path.of("not-there.json"));
  private ServerAddress address = own.address();
  private ConnectionViewModel connection = connection();

  @BeforeEach
  void start() {
    settings = settings(folder.resolve("desktop.json"));
    connection = connection();
  }

  private LiveSettings settings(Path file) {
    return new LiveSettings(new SettingsFile(file), background);
  }

  private ConnectionViewModel connection() {
    address = own.address();
    return new ConnectionViewModel(
        address,
        background,
        settings,
        tokens,
        new ConnectionViewModel.Change(
            () -> () -> {}, () -> {}, () -> {}, () -> changes.add("stopped")));
  }

  @AfterEach
  void stop() {
    line.close();
    lab.close();
    own.close();
  }

  private void pair() {
    connection.form().address().set(Certificates.link(line.address(), null));
    assertThat(connection.form().byPassword().get()).isTrue();
    connection.form().byPassword().set(false);
    connection.form().token().set(ScriptedAccount.TOKEN);
    connection.join();
  }

  private void replace() {
    line.cut();
    line.mend(Certificates.of("stranger"));
    lab.requests().clear();
  }

  @Test
  void isPairedByALinkAndRemembersIt() {
    pair();
    assertThat(connection.state().get()).isEqualTo(new JoinState.Joined("owner"));
    assertThat(settings.get().connection())
        .isEqualTo(new Connection(line.address().toString(), Certificates.lab().text(), true));
    assertThat(connection.form().address().get()).isEqualTo(line.address().toString());

    var again = connection();
    again.resume();
    assertThat(new AccountClient(address).username()).isEqualTo("owner");
    assertThat(again.form().target().get())
        .isEqualTo(new JoinTarget.Address(line.address(), Certificates.lab()));
  }

  @Test
  void goesBackToItByItsAddressAndTrustsTheSameOne() {
    pair();
    connection.goHome();
    connection.join();
    assertThat(connection.state().get()).isEqualTo(new JoinState.Joined("owner"));
    connection.goHome();
    replace();
    connection.join();
    assertThat(connection.state().get())
        .isInstanceOfSatisfying(
            JoinState.Fails.class,
            fails -> assertThat(fails.failure()).isInstanceOf(Failure.OtherAuthority.class));
    assertThat(connection.link().get().isOwn()).isTrue();
    assertThat(lab.requests()).isEmpty();
  }

  @Test
  void stopsWhenSomebodyElseAnswersAndSaysSo() {
    pair();
    replace();
    assertThatThrownBy(() -> new AccountClient(address).tokens())
        .isInstanceOf(ChangedAuthority.class);
    assertThat(connection.link().get().contact()).isEqualTo(Contact.STOPPED);
    assertThat(changes).containsExactly("stopped");
    assertThat(connection.state().get())
        .isInstanceOfSatisfying(
            JoinState.Fails.class,
            fails -> assertThat(fails.failure()).isInstanceOf(Failure.OtherAuthority.class));
    background.letTimePass();
    assertThat(background.waiting()).isZero();
    assertThat(lab.requests()).isEmpty();

    connection.forget();
    assertThat(connection.link().get().isOwn()).isTrue();
    assertThat(new AccountClient(address).username()).isEqualTo("owner");
    assertThat(settings.get().connection()).isEqualTo(Connection.HERE);
  }

  @Test
  void showsTheTokenThatIsKeptToNoOtherAuthority() {
    pair();
    connection.goHome();
    replace();
    connection.form().address().set(Certificates.link("stranger-authority", line.address()));
    connection.join();
    assertThat(connection.state().get()).isInstanceOf(JoinState.Fails.class);
    assertThat(lab.requests()).hasSize(1).allMatch(each -> each.startsWith("GET /api/server"));
    assertThat(tokens.load()).isEqualTo(ScriptedAccount.TOKEN);
  }

  @Test
  void staysAtHomeWhenWhatItWasRecognisedByIsDamaged() {
    pair();
    var address = settings.get().connection().address();
    settings.change(now -> now.withConnection(new Connection(address, "ABCDEFG", true)));
    lab.requests().clear();
    var again = connection();
    again.resume();
    assertThat(again.link().get().isOwn()).isTrue();
    assertThat(lab.requests()).isEmpty();
  }

  @Test
  void saysAtOnceThatAFingerprintWasNotCopiedAsItIs() {
    var link = Certificates.link(line.address(), null);
    connection.form().address().set(link.substring(0, link.length() - 1));
    assertThat(connection.form().target().get()).isInstanceOf(JoinTarget.WrongFingerprint.class);
    assertThat(connection.form().complete().get()).isFalse();
    connection.form().address().set(link);
    connection.form().byPassword().set(false);
    assertThat(connection.form().complete().get()).isTrue();
  }

  @Test
  void makesAnAccountWithAnInvitationAndSignsIn() {
    var code = lab.account().sharing().invite();
    connection.form().address().set(Certificates.link(line.address(), code));
    assertThat(connection.form().invited().get()).isTrue();
    assertThat(connection.form().complete().get()).isFalse();
    connection.form().name().set("ada");
    connection.form().password().set("a long secret word");
    assertThat(connection.form().complete().get()).isTrue();
    connection.join();
    assertThat(connection.state().get()).isInstanceOf(JoinState.Joined.class);
    assertThat(lab.requests().getFirst())
        .startsWith("POST /api/invitations/accept")
        .contains(code, "\"username\":\"ada\"");
    assertThat(settings.get().toString()).doesNotContain(code, "a long secret word");
    assertThat(connection.form().invited().get()).isFalse();
  }

  @Test
  void anInvitationThatWasUsedIsNotNeededOnceMore() {
    var code = lab.account().sharing().invite();
    connection.form().address().set(Certificates.link(line.address(), code));
    connection.form().name().set("ada");
    connection.form().password().set("a long secret word");
    lab.refuse("/api/sessions", 503, "{\"problem\":\"unavailable\",\"why\":\"Busy.\"}");
    connection.join();
    assertThat(connection.state().get()).isInstanceOf(JoinState.Fails.class);
    connection.join();
    assertThat(connection.state().get()).isInstanceOf(JoinState.Joined.class);
  }

  @Test
  void saysWhenAnInvitationIsNotGood() {
    lab.refuse("/accept", 401, "{\"problem\":\"not-signed-in\",\"why\":\"not-valid\"}");
    connection.form().address().set(Certificates.link(line.address(), "guessed"));
    connection.form().name().set("ada");
    connection.form().password().set("a long secret word");
    connection.join();
    assertThat(connection.state().get()).isInstanceOf(JoinState.InvitationOver.class);
    assertThat(connection.form().invited().get()).isTrue();
    assertThat(lab.requests()).hasSize(1);
  }
}
