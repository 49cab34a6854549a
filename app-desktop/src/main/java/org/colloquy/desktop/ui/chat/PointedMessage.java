package org.colloquy.desktop.ui.chat;

import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.Branch;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// The message to which a person is led, which is highlighted for a moment.
final class PointedMessage {
  private static final Duration SHOWN = Duration.ofSeconds(3);

  private final ApiClient api;
  private final Background background;
  private final ReadOnlyObjectWrapper<@Nullable MessageViewModel> message =
      new ReadOnlyObjectWrapper<>();
  private Background.Waiting fading = () -> {};

  PointedMessage(ApiClient api, Background background) {
    this.api = api;
    this.background = background;
  }

  ReadOnlyObjectProperty<@Nullable MessageViewModel> message() {
    return message.getReadOnlyProperty();
  }

  /// The branch that is shown, if the message stands on it; else one with it, shown from now on.
  Branch branchWith(ConversationId id, MessageId wanted) {
    var shown = api.messages(id);
    boolean there = shown.messages().stream().anyMatch(each -> each.message().id().equals(wanted));
    return there ? shown : api.showBranch(id, wanted);
  }

  void at(@Nullable MessageViewModel wanted) {
    fading.callOff();
    message.set(null); // the same one once more is news as well
    message.set(wanted);
    fading = background.after(SHOWN, () -> message.set(null));
  }
}
