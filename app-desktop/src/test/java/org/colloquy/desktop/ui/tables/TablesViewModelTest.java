package org.colloquy.desktop.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.colloquy.desktop.background.LateBackground;
import org.colloquy.desktop.client.TableClient;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.model.ConversationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TablesViewModelTest {
  private static final ConversationId WELLS = new ConversationId(new UUID(1, 1));
  private static final ConversationId BIRDS = new ConversationId(new UUID(1, 2));

  private final ScriptedServer server = new ScriptedServer();
  private final LateBackground late = new LateBackground();
  private final TablesViewModel tables =
      new TablesViewModel(new TableClient(server.address()), late);

  @AfterEach
  void stop() {
    server.close();
  }

  private void open(ConversationId conversation) {
    int before = late.asked();
    tables.show(conversation);
    late.answerFrom(before);
  }

  @Test
  void showsWhatAQuestionComesTo() {
    server.tables().add(WELLS.value(), "wells", 250);
    open(WELLS);
    tables.sql().set("select 1");
    int asked = late.asked();

    tables.ask();
    late.answerFrom(asked);

    assertThat(tables.result().asked().get()).isNotNull();
  }

  @Test
  void showsNoAnswerInAConversationInWhichNobodyAsked() {
    server.tables().add(WELLS.value(), "wells", 250);
    open(WELLS);
    tables.sql().set("select 1");
    int asked = late.asked();
    tables.ask();
    tables.later();

    open(BIRDS);
    late.answerFrom(asked);

    assertThat(tables.result().asked().get()).isNull();
    assertThat(tables.rows().get()).isNull();
  }
}
