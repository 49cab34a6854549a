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
  private final Function<ConversationId, List<T>> fetch;
  private final ObservableList<T> items = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final Visit visit;
  private @Nullable ConversationId conversation;

  /// @param fetch asks the server; blocks
  public Shown(Background background, Function<ConversationId, List<T>> fetch) {
    this.visit = new Visit(background, failure::set);
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
    visit.end();
    if (wanted == null || !wanted.equals(conversation)) {
      items.clear();
      failure.set(null);
    }
    conversation = wanted;
    if (wanted != null) {
      visit.run(() -> fetch.apply(wanted), this::fetched);
    }
  }

  private void fetched(List<T> found) {
    failure.set(null);
    if (!items.equals(found)) {
      items.setAll(found);
    }
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
