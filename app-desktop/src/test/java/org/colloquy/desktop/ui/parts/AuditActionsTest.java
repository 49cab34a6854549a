package org.colloquy.desktop.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.colloquy.server.core.audit.AuditEvent;
import org.junit.jupiter.api.Test;

class AuditActionsTest {
  @Test
  void areAllThatTheServerTakesDown() {
    assertThat(AuditActions.ALL)
        .containsExactlyElementsOf(
            Stream.of(AuditEvent.Action.values())
                .map(action -> action.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
  }

  @Test
  void areSaidInTheLanguageOfTheProgram() {
    assertThat(AuditActions.ALL)
        .extracting(AuditActions::words)
        .doesNotHaveDuplicates()
        .contains("Sign-in", "Invitation taken back");
  }

  @Test
  void ofANewerServerAreSaidAsItCallsThem() {
    assertThat(AuditActions.words("moon-landed-on")).isEqualTo("moon landed on");
  }
}
