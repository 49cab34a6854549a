package org.colloquy.desktop.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.SourceClient;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourcesViewModelTest {
  private final ScriptedServer server = new ScriptedServer();
  private final SourceClient client = new SourceClient(server.address());
  private final SourcesViewModel sources = new SourcesViewModel(client, new InlineBackground());

  @AfterEach
  void stop() {
    server.close();
  }

  private ConversationId conversation() {
    server.sources().addPage("Cold it is.");
    server.sources().addPage("Warm it was.");
    var said = List.of("How cold?", "Cold [1].", "And then?", "Warm [2].");
    var id = server.conversations().add("Ice", Instant.now(), said);
    server.conversations().answers(id).forEach(server.sources()::answered);
    return new ConversationId(id);
  }

  @Test
  void showsTheSourcesOfTheLastAnswer() {
    sources.answers().show(conversation());
    assertThat(sources.lines().get().used()).extracting(line -> line.number()).containsExactly(2);
    assertThat(sources.lines().get().unused()).hasSize(1);
  }

  @Test
  void showsTheSourcesOfTheAnswerThatIsLookedAt() {
    var id = conversation();
    sources.answers().show(id);
    MessageId first = client.sources(id).getFirst().answer();
    sources.select(first);
    assertThat(sources.lines().get().used()).extracting(line -> line.number()).containsExactly(1);
  }

  @Test
  void showsNothingWhereThereAreNoSources() {
    sources.answers().show(conversation());
    sources.answers().show(null);
    assertThat(sources.lines().get().isEmpty()).isTrue();
  }
}
