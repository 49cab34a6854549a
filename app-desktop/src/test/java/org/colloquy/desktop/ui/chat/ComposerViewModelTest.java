package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.colloquy.model.ConversationId;
import org.junit.jupiter.api.Test;

class ComposerViewModelTest {
  private static final String LONG = "x".repeat(2 * 1024 * 1024);

  private final InlineBackground background = new InlineBackground();
  private final ComposerViewModel composer =
      new ComposerViewModel(
          new LiveSettings(new SettingsFile(Path.of("not-there.json")), background),
          new UploadsViewModel(
              new FileClient(ServerAddress.of(URI.create("http://127.0.0.1:1"), "")),
              () -> new ConversationId(new UUID(0, 1)),
              background));

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
}
