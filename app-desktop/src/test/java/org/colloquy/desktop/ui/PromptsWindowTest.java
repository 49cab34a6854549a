package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class PromptsWindowTest extends WindowTest {
  @Override
  void prepare() {
    server
        .prompts()
        .add(
            """
            {"title": "Review", "content": "Review {{paper}} for {{journal}} until {{day}}.",
             "tags": ["papers", "writing"], "variables": [
              {"name": "paper", "kind": "text", "description": "What is reviewed", "required": true},
              {"name": "journal", "kind": "choice", "value": "Cell", "choices": ["Cell", "Nature"]},
              {"name": "day", "kind": "date", "value": "2026-12-01"}]}
            """);
    server
        .prompts()
        .add("{\"title\":\"Translate\",\"content\":\"Into Norwegian, please.\",\"tags\":[]}");
  }

  private void picture(String name) {
    interact(() -> Pictures.save(scene(), name));
  }

  private void dark() {
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
  }

  private String draft() {
    return lookup("#area").queryTextInputControl().getText();
  }

  @Test
  void insertsAPromptByItsFirstLetters() {
    clickOn("#area").write("/");
    until(() -> shows("#triggerList"));
    untilSays("Translate");
    picture("prompts-trigger");
    write("tra");
    until(() -> !says("papers, writing"));
    push(KeyCode.ENTER);
    until(() -> draft().equals("Into Norwegian, please."));
    assertThat(shows("#triggerList")).isFalse();
    assertThat(server.requests()).noneMatch(line -> line.contains("/turns"));
  }

  @Test
  void asksWhatStandsInTheGaps() {
    clickOn("#area").write("/rev");
    untilSays("papers, writing");
    push(KeyCode.TAB);
    until(() -> shows("#insertPrompt"));
    assertThat(lookup("#insertPrompt").queryButton().isDisabled()).isTrue();
    clickOn("#promptValues .text-field").write("this paper");
    until(() -> !lookup("#insertPrompt").queryButton().isDisabled());
    dark();
    picture("prompts-values-dark");
    clickOn("#insertPrompt");
    until(() -> draft().equals("Review this paper for Cell until 2026-12-01."));
  }

  @Test
  void leavesASlashAloneWhenNothingIsWanted() {
    clickOn("#area").write("/rev");
    until(() -> shows("#triggerList"));
    push(KeyCode.ESCAPE);
    until(() -> !shows("#triggerList"));
    assertThat(draft()).isEqualTo("/rev");
  }

  @Test
  void keepsChangesAndRemovesPrompts() {
    clickOn("#promptsButton");
    untilSays("Review");
    until(() -> lookup("#promptTitle").queryTextInputControl().getText().equals("Review"));
    picture("prompts");
    clickOn("#promptTitle").write(" well");
    clickOn("#savePrompt");
    until(() -> server.requests().stream().anyMatch(line -> line.startsWith("PUT /api/prompts/")));
    clickOn("#removePrompt");
    until(() -> shows("#undoPrompt"));
    dark();
    picture("prompts-removed-dark");
    clickOn("#undoPrompt");
    until(() -> !shows("#undoPrompt"));
    clickOn("#promptQuery").write("norwegian");
    until(() -> lookup("#promptList").queryListView().getItems().size() == 1);
  }
}
