package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentsWindowTest extends WindowTest {
  @BeforeEach
  void openDialog() {
    clickOn("#agentsButton");
    untilSays("Geologist");
  }

  @Test
  void showsABuiltInAgentThatCanOnlyBeCopied() {
    untilSays("This agent is built in. Make a copy to change it.");
    assertThat(lookup("#saveAgent").query().isDisabled()).isTrue();
    interact(() -> Pictures.save(scene(), "agents"));
    clickOn("#copyAgent");
    untilSays("Geologist 2");
    until(() -> !lookup("#saveAgent").query().isDisabled());
    assertThat(says("drill")).isTrue();
  }

  @Test
  void makesAnAgentThatThenCanAnswer() {
    clickOn("New agent");
    clickOn("#agentName").write("Chemist");
    clickOn("#temperature").write("7");
    assertThat(lookup("#saveAgent").query().isDisabled()).isTrue();
    eraseText(1).write("0.5");
    clickOn("calculator");
    clickOn("#saveAgent");
    until(() -> server.requests().stream().anyMatch(request -> request.contains("Chemist")));
    var made = server.agents().named("Chemist");
    assertThat(made.get("tools")).hasToString("[\"calculator\"]");
    assertThat(made.get("parameters")).hasToString("{\"temperature\":0.5}");
    push(KeyCode.ESCAPE);
    clickOn("#agentMenu").push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    until(() -> text("#agentMenu").equals("Chemist"));
    ask("Why?");
    untilSays("You said: Why?");
    assertThat(server.requests())
        .anyMatch(request -> request.contains("\"agent\":\"" + made.get("id").asText()));
  }

  @Test
  void givesAnAgentAVariableAndAsksForItsValue() {
    clickOn("New agent");
    clickOn("#agentName").write("Reviewer");
    interact(() -> lookup("#addVariable").queryButton().fire());
    write("date");
    untilSays("A variable needs a name of its own");
    eraseText(4).write("journal");
    interact(() -> {
      lookup(".agents .scroll-pane").<ScrollPane>query().setVvalue(1);
      scene().getRoot().layout();
      Pictures.save(scene(), "agent-variables");
    });
    clickOn("#saveAgent");
    until(() -> server.requests().stream().anyMatch(request -> request.contains("Reviewer")));
    assertThat(server.agents().named("Reviewer").get("variables"))
        .hasToString("[{\"name\":\"journal\",\"description\":\"\",\"value\":\"\"}]");
    push(KeyCode.ESCAPE);
    clickOn("#agentMenu").push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    until(() -> text("#agentMenu").equals("Reviewer"));
    ask("Read this");
    untilSays("Reviewer has no value for these yet.");
    write("Nature");
    interact(() -> Pictures.save(scene(), "conversation-values"));
    clickOn("#saveChat");
    untilSays("You said: Read this");
    assertThat(server.requests()).anyMatch(each -> each.contains("{\"journal\":\"Nature\"}"));
  }

  @Test
  void handsAnAgentOnAsAFile() throws IOException {
    clickOn("#exportAgent");
    var file = folder.resolve("Geologist.json");
    until(() -> Files.exists(file));
    assertThat(file).content().contains("You know stones.");
    Files.copy(file, chosen());
    clickOn("From a file …");
    until(() -> lookup(".list-cell").queryAll().size() > 1);
  }

  @Test
  void saysSoWhenAFileIsNoAgent() throws IOException {
    Files.writeString(chosen(), "Dear all");
    clickOn("From a file …");
    untilSays("This cannot be done as it was asked.");
  }
}
