package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.junit.jupiter.api.Test;

class ComposerViewModelTest {
  private static final String LONG = "x".repeat(2 * 1024 * 1024);

  private final ComposerViewModel composer =
      new ComposerViewModel(
          new LiveSettings(new SettingsFile(Path.of("not-there.json")), new InlineBackground()));

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
