package org.colloquy.desktop.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.colloquy.desktop.client.Glance;
import org.colloquy.model.ConversationId;
import org.junit.jupiter.api.Test;

class GlancesTest extends HistoryCase {
  private final List<Glance> told = new ArrayList<>();

  private ConversationId talk(String... said) {
    var now = Instant.parse("2026-03-10T12:00:00Z");
    return new ConversationId(server.conversations().add("Talk", now, List.of(said)));
  }

  @Test
  void tellsTheLastQuestionAndItsAnswerAfterAMoment() {
    var talk = talk("How old?", "Very.", "And how deep?", "Forty metres.");
    history.known().glances().rest(talk, told::add);
    assertThat(told).isEmpty();
    background.letTimePass();
    assertThat(told).containsExactly(new Glance("And how deep?", "Forty metres."));
  }

  @Test
  void knowsTheQuestionWhoseAnswerNeededTools() {
    var talk = talk("How many rows?");
    server.conversations().addToolRound(talk.value(), "query_table", "7", "There are seven.");
    history.known().glances().rest(talk, told::add);
    background.letTimePass();
    assertThat(told).containsExactly(new Glance("How many rows?", "There are seven."));
  }

  @Test
  void hasNoAnswerToAQuestionThatWaits() {
    var talk = talk("How old?", "Very.", "And how deep?");
    history.known().glances().rest(talk, told::add);
    background.letTimePass();
    assertThat(told).containsExactly(new Glance("And how deep?", ""));
  }

  @Test
  void asksNothingWhenTheAttentionGoesElsewhere() {
    var glances = history.known().glances();
    glances.rest(talk("How old?"), told::add);
    glances.leave();
    assertThat(background.waiting()).isZero();
    glances.rest(talk("How old?"), told::add);
    glances.rest(talk("How deep?"), told::add);
    background.letTimePass();
    assertThat(told).containsExactly(new Glance("How deep?", ""));
  }

  @Test
  void tellsNothingOfAConversationThatCannotBeRead() {
    history.known().glances().rest(new ConversationId(new UUID(1, 1)), told::add);
    background.letTimePass();
    assertThat(told).containsExactly(new Glance("", ""));
  }
}
