package org.colloquy.desktop.ui.history;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.model.ConversationId;

/// Deletes conversations, and brings back what was deleted last.
final class Removals {
  /// How long a deletion can be undone here. The trash keeps it for longer.
  private static final Duration UNDO = Duration.ofSeconds(8);

  private final ApiClient api;
  private final KnownConversations known;
  private final Background background;
  private final ReadOnlyObjectWrapper<List<ConversationEntry>> removed =
      new ReadOnlyObjectWrapper<>(List.of());
  private Background.Waiting forgetting = () -> {};

  Removals(ApiClient api, KnownConversations known, Background background) {
    this.api = api;
    this.known = known;
    this.background = background;
  }

  /// What was deleted a moment ago and can be brought back.
  ReadOnlyObjectProperty<List<ConversationEntry>> removed() {
    return removed.getReadOnlyProperty();
  }

  /// @param then is told what went
  void remove(List<ConversationEntry> conversations, Consumer<List<ConversationId>> then) {
    if (conversations.isEmpty()) {
      return;
    }
    var ids = conversations.stream().map(ConversationEntry::id).toList();
    known.run(
        () -> {
          ids.forEach(api::remove);
          return ids;
        },
        gone -> {
          then.accept(gone);
          known.forget(gone);
          offerUndo(conversations);
        });
  }

  private void offerUndo(List<ConversationEntry> conversations) {
    forgetting.callOff();
    removed.set(conversations);
    forgetting = background.after(UNDO, () -> removed.set(List.of()));
  }

  /// @param then is told which one came back first
  void undo(Consumer<ConversationId> then) {
    var conversations = removed.get();
    if (!conversations.isEmpty()) {
      forgetting.callOff();
      removed.set(List.of());
      known.run(
          () -> conversations.stream().map(each -> api.restore(each.id())).toList(),
          restored -> {
            known.put(restored);
            then.accept(conversations.getFirst().id());
          });
    }
  }
}
