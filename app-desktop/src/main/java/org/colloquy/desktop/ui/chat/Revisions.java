package org.colloquy.desktop.ui.chat;

/// Takes questions back into the field where one writes, to be said in other words.
public final class Revisions {
  private final MessageList messages;
  private final ComposerViewModel composer;
  private final Runnable reload;

  /// @param reload shows the conversation as the server has it
  Revisions(MessageList messages, ComposerViewModel composer, Runnable reload) {
    this.messages = messages;
    this.composer = composer;
    this.reload = reload;
  }

  /// Takes a question of before; it stays as it is until the new one is sent.
  public void rewrite(MessageViewModel question) {
    var id = question.id();
    if (id != null) {
      composer.rewrite(id, question.text());
    }
  }

  /// The same with what was said last.
  public void rewriteLast() {
    var question = messages.lastQuestion();
    if (question != null) {
      rewrite(question);
    }
  }

  /// Takes a question that was not sent off the list; its files wait for the next one.
  boolean undo(MessageViewModel unsent) {
    boolean there = messages.observable().remove(unsent);
    if (there) {
      composer.uploads().putBack(unsent.uploads());
    }
    return there;
  }

  /// Takes back a question that was not sent.
  public void takeBack(MessageViewModel unsent) {
    if (unsent.saved() != null || !undo(unsent)) {
      return;
    }
    var earlier = unsent.instead();
    if (earlier == null) {
      composer.putBack(unsent.text());
    } else {
      composer.rewrite(earlier, unsent.text());
      reload.run();
    }
  }
}
