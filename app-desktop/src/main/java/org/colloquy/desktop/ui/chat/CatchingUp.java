package org.colloquy.desktop.ui.chat;

/// Shows what was said while the server could not be reached, and joins the answer that is still
/// being given.
public final class CatchingUp {
  private CatchingUp() {}

  /// A question that did not arrive stays, with the way to send it again.
  public static void in(ChatViewModel chat) {
    var allSaved = chat.messages().stream().allMatch(message -> message.saved() != null);
    if (!chat.state().get().busy() && allSaved) {
      chat.reload();
    }
  }
}
