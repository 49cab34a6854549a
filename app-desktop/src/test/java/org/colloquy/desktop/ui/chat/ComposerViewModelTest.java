package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.UUID;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.DraftClient;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComposerViewModelTest {
  private static final String LONG = "x".repeat(2 * 1024 * 1024);

  private final ScriptedServer server = new ScriptedServer();
  private final InlineBackground background = new InlineBackground();
  private final DraftClient client = new DraftClient(server.address());
  private final KeptDrafts kept = new KeptDrafts(client, background);
  private final ComposerViewModel composer = composer(kept);

  private ComposerViewModel composer(KeptDrafts drafts) {
    return new ComposerViewModel(
        new LiveSettings(new SettingsFile(Path.of("not-there.json")), background),
        new UploadsViewModel(
            new FileClient(server.address()), () -> new ConversationId(new UUID(0, 1)), background),
        drafts);
  }

  /// The same after a restart.
  private ComposerViewModel reopened() {
    var fresh = composer(new KeptDrafts(client, background));
    fresh.load();
    return fresh;
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void putsALongPasteAsideAndSendsItBehindTheWords() {
    assertThat(composer.putAside("short")).isFalse();
    composer.draft().set("Sum this up:");
    assertThat(composer.putAside(LONG)).isTrue();
    assertThat(composer.draft().get()).isEqualTo("Sum this up:");
    assertThat(composer.take()).isEqualTo("Sum this up:\n\n" + LONG);
    assertThat(composer.empty().get()).isTrue();
  }

  @Test
  void canSendALongPasteAlone() {
    composer.putAside(LONG);
    assertThat(composer.empty().get()).isFalse();
    assertThat(composer.take()).isEqualTo(LONG);
  }

  @Test
  void dropsAPaste() {
    composer.putAside(LONG);
    composer.dropAside();
    assertThat(composer.empty().get()).isTrue();
  }

  @Test
  void keepsWhatWasTypedMeanwhileBelowWhatComesBack() {
    composer.draft().set("typed meanwhile");
    composer.putBack("not sent");
    assertThat(composer.draft().get()).isEqualTo("not sent\ntyped meanwhile");
    composer.putBack(LONG);
    assertThat(composer.aside().get()).isEqualTo(LONG);
  }

  @Test
  void hasWhatWasBeingWrittenAfterARestart() {
    var talk = new ConversationId(new UUID(0, 7));
    var earlier = new MessageId(new UUID(0, 8));
    composer.draft().set("a new one");
    composer.turnTo(talk);
    composer.rewrite(earlier, "in other words");
    background.letTimePass();

    var fresh = reopened();
    assertThat(fresh.draft().get()).isEqualTo("a new one");
    fresh.turnTo(talk);
    assertThat(fresh.draft().get()).isEqualTo("in other words");
    assertThat(fresh.instead().get()).isEqualTo(earlier);
  }

  @Test
  void keepsWhatIsNotKeptYetWhenTheProgramEnds() {
    composer.draft().set("quickly");
    kept.rest().run();
    assertThat(reopened().draft().get()).isEqualTo("quickly");
  }

  @Test
  void letsTheProgramEndWhenNobodyKeepsWhatIsWritten() {
    composer.draft().set("quickly");
    server.close();
    assertThatCode(() -> kept.rest().run()).doesNotThrowAnyException();
  }

  @Test
  void forgetsADraftThatWasAsked() {
    composer.draft().set("Why?");
    background.letTimePass();
    composer.take();
    background.letTimePass();
    assertThat(client.drafts()).isEmpty();
  }

  @Test
  void asksTheServerOnceForManyLetters() {
    for (int i = 1; i <= 100; i++) {
      composer.draft().set("x".repeat(i));
    }
    background.letTimePass();
    assertThat(server.requests()).filteredOn(one -> one.startsWith("PUT /api/drafts")).hasSize(1);
  }

  @Test
  void putsALongDraftAsideAgain() {
    composer.putAside(LONG);
    background.letTimePass();
    assertThat(reopened().aside().get()).isEqualTo(LONG);
  }

  @Test
  void leavesAloneWhatIsWrittenAlready() {
    composer.draft().set("before");
    background.letTimePass();
    var fresh = composer(new KeptDrafts(client, background));
    fresh.draft().set("now");
    fresh.load();
    assertThat(fresh.draft().get()).isEqualTo("now");
  }

  @Test
  void hasQuestionsThatWaitedInTheFieldAfterARestart() {
    composer.draft().set("first");
    composer.queueUp();
    composer.draft().set("second");
    background.letTimePass();
    assertThat(reopened().draft().get()).isEqualTo("first\n\nsecond");
  }
}
