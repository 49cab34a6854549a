package org.colloquy.desktop.ui.shell;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.SearchHit;
import org.colloquy.desktop.client.SearchKind;
import org.colloquy.desktop.client.SharedEntry;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.ui.chat.CatchingUp;
import org.colloquy.desktop.ui.chat.ChatViewModel;
import org.colloquy.desktop.ui.chat.MessageViewModel;
import org.colloquy.desktop.ui.history.HistoryViewModel;
import org.colloquy.desktop.ui.keys.KeysViewModel;
import org.colloquy.desktop.ui.parts.FailureWords.Remedy;
import org.colloquy.desktop.ui.privacy.PrivacyViewModel;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// The window: connects the screens with each other.
public final class ShellViewModel {
  private final HistoryViewModel history;
  private final ChatViewModel chat;
  private final ModelPickerViewModel models;
  private final PrivacyViewModel privacy;
  private final LiveSettings settings;
  private final ObjectProperty<Dialog> dialog = new SimpleObjectProperty<>(Dialog.NONE);
  private final StringBinding title;
  private Consumer<Shortcut> wanted = _ -> {};
  private Runnable loaded = () -> {};
  private Runnable emptied = () -> {};
  private Runnable quick = () -> {};
  private @Nullable ConversationEntry followed;

  /// What lies over the window.
  public enum Dialog {
    NONE,
    MODELS,
    AGENTS,
    MEMORY,
    SEARCH,
    PALETTE,
    KEYBOARD,
    CONVERSATION,
    COMPARE,
    TOOLS,
    READER,
    BIBLIOGRAPHY,
    USAGE,
    EXPORT,
    PROMPTS,
    PROMPT_VALUES,
    LIBRARY,
    KEYS,
    PRIVACY,
    CONNECTION,
    SHARING,
    PEOPLE,
    SHARES,
    WELCOME,
    SETTINGS
  }

  public ShellViewModel(
      HistoryViewModel history,
      ChatViewModel chat,
      ModelPickerViewModel models,
      KeysViewModel keys,
      PrivacyViewModel privacy,
      LiveSettings settings) {
    this.history = history;
    this.chat = chat;
    this.models = models;
    this.privacy = privacy;
    this.settings = settings;
    this.title =
        Bindings.createStringBinding(this::windowTitle, history.selected(), history.known().now());
    // Whose it is stands there before it does: what is the owner's alone is not asked for.
    history.selected().addListener((_, _, _) -> showWhose());
    history.selected().addListener((_, _, id) -> show(id));
    chat.conversation().addListener((_, _, id) -> history.selected().set(id));
    history.known().now().addListener((_, _, _) -> showWhose());
    chat.whenTouched(history::touched);
    chat.whenHelpWanted(this::help);
    chat.answerer().whenSettingsWanted(() -> dialog.set(Dialog.CONVERSATION));
    keys.whenChanged(models::load);
  }

  private void show(@Nullable ConversationId id) {
    if (id == null) {
      if (chat.conversation().get() != null) {
        chat.startNew();
      }
    } else {
      chat.open(id);
    }
  }

  /// What others said in the open conversation is shown, or that it is shared no more.
  private void showWhose() {
    var open = history.selected().get();
    var before = chat.composer().shared().get();
    var now = history.known().now().get().findShared(open).orElse(null);
    chat.composer().shared().set(now);
    boolean here = before != null && before.id().equals(open) && !sameWords(before, now);
    if (here && !chat.state().get().busy()) {
      chat.reload();
    }
  }

  private static boolean sameWords(SharedEntry before, @Nullable SharedEntry now) {
    return now != null && before.seen().equals(now.seen());
  }

  /// What others asked in the open conversation, which is one's own, is shown.
  public void follow(ConversationEntry now) {
    if (!now.equals(followed) && !chat.state().get().busy()) {
      followed = now;
      if (now.runningTurn() != null || !showsAllUntil(now.updatedAt())) {
        CatchingUp.in(chat);
      }
    }
  }

  private boolean showsAllUntil(Instant last) {
    return chat.messages().stream()
        .map(MessageViewModel::saved)
        .anyMatch(saved -> saved != null && !saved.message().createdAt().isBefore(last));
  }

  /// Shows what helps against a failure.
  public void help(Remedy remedy) {
    switch (remedy) {
      case KEYS -> dialog.set(Dialog.KEYS);
      case MODEL -> dialog.set(Dialog.MODELS);
      case RETRY -> chat.retries().last();
      case NONE -> {}
    }
  }

  private String windowTitle() {
    var open = history.selectedTitle();
    return open.isEmpty() ? "Colloquy" : open + " – Colloquy";
  }

  public StringBinding title() {
    return title;
  }

  public HistoryViewModel history() {
    return history;
  }

  /// What lies over the window now.
  public ObjectProperty<Dialog> dialog() {
    return dialog;
  }

  /// Does this when this dialog is left.
  public void whenLeft(Dialog left, Runnable action) {
    dialog.addListener((_, before, _) -> {
      if (before == left) {
        action.run();
      }
    });
  }

  public LiveSettings settings() {
    return settings;
  }

  /// Fetches what the window shows. The requests wait for the server by themselves.
  public void load() {
    history.load();
    models.load();
    chat.answerer().load();
    chat.composer().load();
    privacy.load();
    loaded.run();
  }

  /// Lets this fetch what it shows, too, whenever the window does.
  public void whenLoaded(Runnable also) {
    loaded = also;
  }

  /// Shows that there is nothing any more.
  public void emptied() {
    startConversation();
    emptied.run();
    load();
  }

  /// Lets this show nothing any more, too, whenever the window does.
  public void whenEmptied(Runnable also) {
    emptied = also;
  }

  /// Lets somebody ask beside the window.
  public void quickAsk() {
    quick.run();
  }

  /// Opens what one asks with beside the window.
  public void whenQuickAskWanted(Runnable opener) {
    quick = opener;
  }

  /// Shows what was found: a message in its conversation, wherever it stands there.
  public void show(SearchHit hit) {
    dialog.set(hit.kind() == SearchKind.MEMORY ? Dialog.MEMORY : Dialog.NONE);
    var where = hit.conversation();
    if (where != null && hit.kind() == SearchKind.MESSAGE) {
      chat.openAt(where, new MessageId(hit.id()));
    } else if (where != null) {
      chat.open(where);
    }
  }

  /// Lets this one do what somebody wants to be done.
  void whenWanted(Consumer<Shortcut> doer) {
    wanted = doer;
  }

  /// Does what a person chose among everything, or opens it.
  ///
  /// @param open shows what was found
  public void choose(PaletteRow row, Consumer<SearchHit> open) {
    dialog.set(Dialog.NONE);
    switch (row) {
      case PaletteRow.Action(var shortcut) -> wanted.accept(shortcut);
      case PaletteRow.Conversation(var conversation) -> history.selected().set(conversation.id());
      case PaletteRow.Folder(var folder) -> history.show(folder);
      case PaletteRow.Found(var hit) -> open.accept(hit);
      case PaletteRow.Heading _ -> {}
    }
  }

  public void startConversation() {
    chat.startNew();
    history.selected().set(null);
  }

  public void toggleSidebar() {
    settings.change(now -> now.withSidebarShown(!now.sidebarShown()));
  }

  /// Esc closes what lies on top; under it, it stops the answer.
  public void escape() {
    if (dialog.get() == Dialog.NONE) {
      chat.stop();
    } else {
      dialog.set(Dialog.NONE);
    }
  }

  public void regenerate() {
    chat.retries().last();
  }

  public void close() {
    chat.close();
  }
}
