package org.colloquy.desktop.ui.people;

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
}
