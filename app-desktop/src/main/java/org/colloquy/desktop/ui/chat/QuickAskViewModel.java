package org.colloquy.desktop.ui.chat;

import java.util.function.Consumer;
import org.colloquy.model.ConversationId;

/// Questions that are asked beside the window. Each begins a conversation of its own, which the
/// window has as well.
public final class QuickAskViewModel {
  private final ChatViewModel chat;
  private final Consumer<ConversationId> window;
  private Runnable raise = () -> {};
  private boolean handedOn;

  /// @param chat shows the conversation of the last question
  /// @param window shows a conversation in the window
  public QuickAskViewModel(ChatViewModel chat, Consumer<ConversationId> window) {
    this.chat = chat;
    this.window = window;
  }

  /// The conversation of the last question.
  public ChatViewModel chat() {
    return chat;
  }

  /// Tells when the window is wanted instead.
  public void whenWindowWanted(Runnable listener) {
    raise = listener;
  }

  /// Begins anew, unless an answer is being given. What was being written stays.
  public void open() {
    chat.answerer().load();
    if (!chat.state().get().busy()) {
      var written = chat.composer().take();
      chat.startNew();
      chat.composer().putBack(written);
    }
  }

  /// Asks what is written, in a new conversation; one that is put in other words is asked where it
  /// was. Nothing happens while an answer is being given.
  public void ask() {
    var composer = chat.composer();
    if (chat.state().get().busy() || composer.empty().get()) {
      return;
    }
    handedOn = false;
    if (composer.instead().get() == null) {
      var question = composer.take();
      chat.startNew();
      chat.ask(question);
    } else {
      chat.send();
    }
  }

  /// Goes on in the window, in the conversation of the last question.
  public void goOnInWindow() {
    var id = chat.conversation().get();
    if (id != null) {
      raiseWindow();
      window.accept(id);
      handedOn = true;
      chat.startNew();
    }
  }

  /// Brings the window before all others.
  public void raiseWindow() {
    raise.run();
  }

  /// Whether the window has the last answer now, and tells when it has come.
  public boolean handedOn() {
    return handedOn;
  }
}
