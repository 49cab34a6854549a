package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.Script;
import org.junit.jupiter.api.Test;

class ApprovalWindowTest extends WindowTest {
  @Test
  void asksBeforeAToolWithEffectsRuns() {
    server.next(Script.says("Kept.").wanting("create_memory"));
    ask("Remember that I like tables");
    untilSays("The model wants to use create_memory with exactly this:");
    untilSays("Ada likes tables");
    interact(() -> Pictures.save(scene(), "approval"));
    clickOn("Allow once");
    untilSays("Kept.");
    until(() -> !says("Allow once"));
    assertThat(server.requests()).anyMatch(request -> request.contains("\"allow\":true"));
  }

  @Test
  void saysNoToATool() {
    server.next(Script.says("Then not.").wanting("create_memory"));
    ask("Remember that I like tables");
    untilSays("Refuse");
    clickOn("Refuse");
    untilSays("Then not.");
    assertThat(server.requests()).anyMatch(request -> request.contains("\"allow\":false"));
  }

  @Test
  void stopsAnAnswerThatWaitsForAWord() {
    server.next(Script.says("Never said.").wanting("create_memory"));
    ask("Remember that I like tables");
    untilSays("Allow once");
    push(KeyCode.ESCAPE);
    until(() -> !says("Allow once"));
  }

  @Test
  void asksAgainWhenTheWordWasNotHeard() {
    server.next(Script.says("Kept.").wanting("create_memory"));
    ask("Remember that I like tables");
    untilSays("Allow once");
    server.refuse("/approvals", 503, "{\"problem\":\"unavailable\",\"why\":\"Not now.\"}");
    clickOn("Allow once");
    until(() -> server.requests().stream().anyMatch(request -> request.contains("/approvals")));
    until(() -> !lookup("Allow once").queryButton().isDisabled());
    clickOn("Allow once");
    untilSays("Kept.");
  }

  @Test
  void remembersAWordForAllTimes() {
    server.next(Script.says("Kept.").wanting("create_memory"));
    ask("Remember that I like tables");
    untilSays("Always allow");
    clickOn("Always allow");
    untilSays("Kept.");
    assertThat(server.requests())
        .anyMatch(request -> request.contains("\"allow\":true,\"remember\":\"always\""));
  }
}
