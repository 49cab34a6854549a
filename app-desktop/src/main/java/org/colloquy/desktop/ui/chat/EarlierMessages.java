package org.colloquy.desktop.ui.chat;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.Branch;
import org.colloquy.desktop.ui.parts.Visit;
import org.colloquy.model.ConversationId;

/// A conversation is shown from its end, so that a long one opens at once. This fetches what was
/// said before that, when somebody comes near it or looks for words.
final class EarlierMessages {
  /// So many messages of the end are more than a screen shows.
  private static final int END = 100;

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final ApiClient api;
  private final Background background;
  private final Visit visit;
  private final MessageList messages;
  private final Runnable reload;
  private final ReadOnlyBooleanWrapper coming = new ReadOnlyBooleanWrapper();
  private Runnable fetch = () -> {};

  /// @param reload shows the conversation anew
  EarlierMessages(
      ApiClient api, Background background, Visit visit, MessageList messages, Runnable reload) {
    this.api = api;
    this.background = background;
    this.visit = visit;
    this.messages = messages;
    this.reload = reload;
  }

  /// Whether they are on their way.
  ReadOnlyBooleanProperty coming() {
    return coming.getReadOnlyProperty();
  }

  /// What is shown of a conversation that is opened.
  Branch end(ConversationId id) {
    return api.newest(id, END);
  }

  /// These messages of a conversation are shown from now on.
  void shown(ConversationId id, Branch branch) {
    coming.set(false);
    fetch = branch.fromBeginning() ? () -> {} : () -> fetch(id, branch);
  }

  /// Fetches what was said before the first message that is shown; nothing happens when there is
  /// nothing, or it is on its way. While the server cannot be reached, it is asked again and again.
  void fetch() {
    if (!coming.get()) {
      fetch.run();
    }
  }

  private void fetch(ConversationId id, Branch shown) {
    var here = visit.number();
    coming.set(true);
    visit.run(
        () -> MessageList.prepared(api.messages(id)),
        whole -> {
          // They may have come another way meanwhile.
          if (coming.get()) {
            coming.set(false);
            join(shown, whole);
          }
        },
        _ -> background.after(PAUSE, () -> visit.ifStill(here, () -> fetch(id, shown))));
  }

  private void join(Branch shown, List<MessageViewModel> whole) {
    if (messages.precede(shown.messages().getFirst().message().parent(), whole)) {
      forget();
    } else if (!messages.changing()) {
      // Somebody turned to another branch elsewhere.
      reload.run();
    }
  }

  /// Nothing is shown.
  void forget() {
    coming.set(false);
    fetch = () -> {};
  }
}
