package org.colloquy.desktop.ui.side;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import org.colloquy.desktop.client.SharedEntry;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// The side panel: whether it is there, which page it shows, and for which conversation.
public final class SideViewModel {
  private final LiveSettings settings;
  private final ObservableValue<@Nullable ConversationId> conversation;
  private final ObservableValue<@Nullable SidePage> page;
  private final ObservableValue<@Nullable SharedEntry> shared;
  private final ReadOnlyIntegerWrapper happened = new ReadOnlyIntegerWrapper();

  /// @param shared what somebody else shares, if that is what is open
  public SideViewModel(
      LiveSettings settings,
      ObservableValue<@Nullable ConversationId> conversation,
      ObservableValue<@Nullable SharedEntry> shared) {
    this.settings = settings;
    this.conversation = conversation;
    this.shared = shared;
    this.page =
        settings
            .property()
            .map(now -> now.side().shown() ? SidePage.named(now.side().page()) : null);
  }

  /// The page in sight; null while the panel is hidden.
  public ObservableValue<@Nullable SidePage> page() {
    return page;
  }

  /// The conversation that is open; null while a new one has not begun.
  public ObservableValue<@Nullable ConversationId> conversation() {
    return conversation;
  }

  /// What is open when it is somebody else's; null when it is one's own.
  ObservableValue<@Nullable SharedEntry> shared() {
    return shared;
  }

  /// Counts what happened in conversations, so that the page in sight looks again.
  public ReadOnlyIntegerProperty happened() {
    return happened.getReadOnlyProperty();
  }

  /// Has the page in sight look again.
  public void refresh() {
    happened.set(happened.get() + 1);
  }

  public void toggle() {
    settings.change(now -> now.withSide(now.side().withShown(!now.side().shown())));
  }

  public void hide() {
    settings.change(now -> now.withSide(now.side().withShown(false)));
  }

  /// Brings a page into sight.
  public void show(SidePage page) {
    settings.change(now -> now.withSide(now.side().withShown(true).withPage(page.name())));
  }
}
