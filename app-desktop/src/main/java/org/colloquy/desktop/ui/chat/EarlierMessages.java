package org.colloquy.desktop.ui.chat;

import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.Branch;
import org.colloquy.desktop.ui.parts.Visit;
import org.colloquy.model.ConversationId;

/// A conversation is shown from its end, so that a long one opens at once. This fetches what was
/// said before that, while the reader can already read and ask.
final class EarlierMessages {
  /// So many messages of the end are more than a screen shows.
  private static final int END = 100;

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final ApiClient api;
  private final Background background;
  private final Visit visit;
  private final MessageList messages;
  private final ReadOnlyBooleanWrapper missing = new ReadOnlyBooleanWrapper();

  EarlierMessages(ApiClient api, Background background, Visit visit, MessageList messages) {
    this.api = api;
    this.background = background;
    this.visit = visit;
    this.messages = messages;
  }

  /// Whether something was said before the first message that is shown.
  ReadOnlyBooleanProperty missing() {
    return missing.getReadOnlyProperty();
  }

  /// What is shown of a conversation that is opened.
  Branch end(ConversationId id) {
    return api.newest(id, END);
  }

  /// Messages of a conversation are shown; fetches those before them. While the server cannot be
  /// reached, it tries again and again.
  void complete(ConversationId id, Branch shown) {
    missing.set(!shown.fromBeginning());
    if (missing.get()) {
      fetch(id, shown);
    }
  }

  private void fetch(ConversationId id, Branch shown) {
    var here = visit.number();
    visit.run(
        () -> MessageList.prepared(api.messages(id)),
        whole -> {
          // They may have come another way meanwhile.
          if (missing.get()) {
            messages.precede(shown.messages().getFirst().message().parent(), whole);
            missing.set(false);
          }
        },
        _ -> background.after(PAUSE, () -> visit.ifStill(here, () -> fetch(id, shown))));
  }

  /// Nothing is shown.
  void forget() {
    missing.set(false);
  }
}
