package org.colloquy.desktop.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.AgentClient;
import org.colloquy.desktop.client.ToolClient;
import org.colloquy.desktop.client.ToolEntry;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.ui.tools.RulesViewModel.Decision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RulesViewModelTest {
  private final ScriptedServer server = new ScriptedServer();
  private final RulesViewModel rules =
      new RulesViewModel(
          new ToolClient(server.address()),
          new AgentClient(server.address()),
          new InlineBackground());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsForWhichAgentSomethingWasDecided() {
    server.tools().allow("create_memory", 1);
    server.tools().allow("create_memory", 99);
    server.tools().refuse("read_page");
    rules.open();
    assertThat(rules.decisions())
        .extracting(Decision::agent)
        .containsExactly("Geologist", null, "");
  }

  @Test
  void forgetsADecision() {
    server.tools().allow("create_memory", 1);
    server.tools().refuse("read_page");
    rules.open();
    rules.forget(rules.decisions().getFirst());
    assertThat(rules.decisions())
        .extracting(each -> each.policy().tool())
        .containsExactly("read_page");
  }

  @Test
  void tellsWhatLeavesWithATool() {
    rules.open();
    assertThat(rules.tools())
        .extracting(ToolEntry::sends)
        .containsExactly(ToolEntry.Sends.NOTHING, ToolEntry.Sends.ONE_SERVICE);
  }
}
