package org.colloquy.desktop.ui.chat;

import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.colloquy.desktop.ui.parts.FailureWords;
import org.colloquy.model.Role;
import org.jspecify.annotations.Nullable;

/// Tells people who do not see the window what is being answered, sentence by sentence. It cannot
/// be seen: its accessible text is what was said last, and changes are told to the screen reader.
final class Announcement extends Region {
  private @Nullable MessageViewModel watched;
  private SpokenSentences sentences = new SpokenSentences();
  private Subscription grows = Subscription.EMPTY;

  Announcement() {
    getStyleClass().add("announcement");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText("");
    setMouseTransparent(true);
    setMaxSize(1, 1);
  }

  /// Tells about the answers of this conversation.
  Subscription follow(ChatViewModel chat) {
    ListChangeListener<MessageViewModel> moved =
        _ -> watch(chat.messages().isEmpty() ? null : chat.messages().getLast());
    chat.messages().addListener(moved);
    return () -> {
      chat.messages().removeListener(moved);
      grows.unsubscribe();
    };
  }

  private void watch(@Nullable MessageViewModel last) {
    if (last != watched) {
      grows.unsubscribe();
      watched = last;
      sentences = new SpokenSentences();
      grows = last == null ? Subscription.EMPTY : listen(last);
    }
  }

  /// What was said before is not told.
  private Subscription listen(MessageViewModel last) {
    sentences.more(last.text());
    return last.role() == Role.ASSISTANT && last.growing()
        ? last.revision().subscribe(_ -> tell(last))
        : Subscription.EMPTY;
  }

  private void tell(MessageViewModel answer) {
    var more = answer.growing() ? sentences.more(answer.text()) : sentences.rest(answer.text());
    var failure = answer.failure();
    var said = failure == null ? more : more + " " + FailureWords.of(failure).sentence();
    if (!said.isBlank()) {
      say(said.strip());
    }
  }

  /// Says this now.
  void say(String words) {
    setAccessibleText(words);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
