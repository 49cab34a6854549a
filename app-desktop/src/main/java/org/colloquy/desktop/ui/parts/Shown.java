package org.colloquy.desktop.ui.parts;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// A list of things that belong to the open conversation, fetched from the server. What was asked
/// for a conversation of before is ignored.
public final class Shown<T> {
  private final Background background;
  private final Function<ConversationId, List<T>> fetch;
  private final ObservableList<T> items = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private @Nullable ConversationId conversation;
  private int asked;

  /// @param fetch asks the server; blocks
  public Shown(Background background, Function<ConversationId, List<T>> fetch) {
    this.background = background;
    this.fetch = fetch;
  }

  public ObservableList<T> items() {
    return items;
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// The conversation whose things are shown; null when there is none.
  public @Nullable ConversationId conversation() {
    return conversation;
  }

  /// Shows the things of this conversation as they are now.
  public void show(@Nullable ConversationId wanted) {
    asked++;
    if (wanted == null || !wanted.equals(conversation)) {
      items.clear();
      failure.set(null);
    }
    conversation = wanted;
    if (wanted != null) {
      fetch(wanted, asked);
    }
  }

  private void fetch(ConversationId wanted, int turn) {
    background.run(
        () -> fetch.apply(wanted),
        found -> {
          if (turn == asked) {
            failure.set(null);
            if (!items.equals(found)) {
              items.setAll(found);
            }
          }
        },
        why -> {
          if (turn == asked) {
            failure.set(why);
          }
        });
  }

  /// Says what went wrong with something that was asked of these things.
  public void fail(Failure why) {
    failure.set(why);
  }

  /// Looks again.
  public void refresh() {
    show(conversation);
  }
}
