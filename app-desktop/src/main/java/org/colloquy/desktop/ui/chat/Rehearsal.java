package org.colloquy.desktop.ui.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.BranchMessage;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.model.Usage;

/// Lays out messages that nobody sees, one at a time, after the start. Java is slow at what it does
/// for the first time: without this, half a second of it would fall into the first conversation
/// that is opened.
public final class Rehearsal {
  private static final Duration START = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final double WIDTH = 760;
  private static final double HEIGHT = 600;

  /// What answers are made of.
  private static final List<String> PARTS =
      List.of(
          "A **paragraph** with *words*, `code` and [a link](https://example.org).",
          "1. first\n2. second\n\n- [ ] third\n",
          "```python\ndef mean(values):  # of numbers\n    return sum(values) / 2.0\n```",
          "## Heading\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");

  private static final int ROUNDS = 3;

  private final Background background;
  private final List<Message> messages = messages();
  private boolean begun;

  public Rehearsal(Background background) {
    this.background = background;
  }

  /// Begins a moment later, the first time only.
  ///
  /// @param stage in whose styles the messages are laid out
  void begin(Parent stage, MessageActions actions) {
    if (!begun) {
      begun = true;
      background.after(START, () -> play(0, stage, actions));
    }
  }

  private void play(int number, Parent stage, MessageActions actions) {
    if (stage.getScene() == null || number == messages.size()) {
      return;
    }
    var cell = new MessageCell(shown(messages.get(number)), actions);
    var around = new StackPane(cell.getNode());
    around.getStyleClass().addAll(stage.getStyleClass());
    around.getStylesheets().setAll(stage.getStylesheets());
    var scene = new Scene(around, WIDTH, HEIGHT);
    scene.getStylesheets().setAll(stage.getScene().getStylesheets());
    around.resize(WIDTH, HEIGHT);
    around.applyCss();
    around.layout();
    cell.dispose();
    background.after(PAUSE, () -> play(number + 1, stage, actions));
  }

  private static MessageViewModel shown(Message message) {
    return new MessageViewModel(new BranchMessage(message, List.of(message.id()), null));
  }

  private static List<Message> messages() {
    var all = new ArrayList<Message>();
    for (int round = 0; round < ROUNDS; round++) {
      all.add(message(Role.USER, "A question"));
      PARTS.forEach(part -> all.add(message(Role.ASSISTANT, part)));
    }
    return all;
  }

  private static Message message(Role role, String text) {
    return new Message(
        new MessageId(UUID.randomUUID()),
        0,
        new ConversationId(UUID.randomUUID()),
        null,
        role,
        text,
        "",
        MessageState.COMPLETE,
        Instant.EPOCH,
        role == Role.USER ? null : new ModelUsed("", ""),
        Usage.NONE,
        List.of(),
        null,
        null);
  }
}
