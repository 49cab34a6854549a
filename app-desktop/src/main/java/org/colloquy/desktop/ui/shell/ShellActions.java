package org.colloquy.desktop.ui.shell;

import java.util.function.IntUnaryOperator;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.settings.TextSize;
import org.colloquy.desktop.ui.chat.ChatView;
import org.colloquy.desktop.ui.history.HistoryView;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.colloquy.desktop.ui.side.SideViewModel;

/// What the window does when a shortcut, a button or a person's words ask for it.
final class ShellActions {
  private final ShellViewModel model;
  private final SideViewModel side;
  private final HistoryView history;
  private final ChatView chat;

  ShellActions(ShellViewModel model, SideViewModel side, HistoryView history, ChatView chat) {
    this.model = model;
    this.side = side;
    this.history = history;
    this.chat = chat;
  }

  void run(Shortcut shortcut) {
    switch (shortcut) {
      case NEW_CHAT -> {
        model.startConversation();
        chat.focusComposer();
      }
      case NEXT -> model.history().step(1);
      case PREVIOUS -> model.history().step(-1);
      case LIST -> inHistory(history::focusList);
      case PIN -> history.pin();
      case ARCHIVE -> history.archive();
      case MOVE -> inHistory(history::move);
      case TAGS -> inHistory(history::tag);
      case ATTACH -> inChat(chat::attach);
      case COMPOSER -> inChat(chat::focusComposer);
      case FIND -> inChat(chat::find);
      case REGENERATE -> model.regenerate();
      case COPY_ANSWER -> chat.copyAnswer();
      case COPY_CODE -> chat.copyCode();
      case MESSAGE_BEFORE -> inChat(() -> chat.step(-1));
      case MESSAGE_AFTER -> inChat(() -> chat.step(1));
      case QUICK_ASK -> model.quickAsk();
      case SIDEBAR -> model.toggleSidebar();
      case SIDE -> side.toggle();
      case LOOK -> changeLook();
      case TEXT_LARGER -> resize(TextSize::larger);
      case TEXT_SMALLER -> resize(TextSize::smaller);
      case TEXT_USUAL -> resize(_ -> TextSize.USUAL);
      case PALETTE -> toggle(Dialog.PALETTE);
      case SEARCH -> toggle(Dialog.SEARCH);
      case COMPARE -> toggle(Dialog.COMPARE);
      case MODELS -> toggle(Dialog.MODELS);
      case SETTINGS -> toggle(Dialog.SETTINGS);
      case KEYBOARD -> toggle(Dialog.KEYBOARD);
      case AGENTS -> toggle(Dialog.AGENTS);
      case TOOLS -> toggle(Dialog.TOOLS);
      case PROMPTS -> toggle(Dialog.PROMPTS);
      case LIBRARY -> toggle(Dialog.LIBRARY);
      case MEMORY -> toggle(Dialog.MEMORY);
      case KEYS -> toggle(Dialog.KEYS);
      case USAGE -> toggle(Dialog.USAGE);
      case CONNECTION -> toggle(Dialog.CONNECTION);
      case SHARING -> toggle(Dialog.SHARING);
      case PEOPLE -> toggle(Dialog.PEOPLE);
      case WELCOME -> toggle(Dialog.WELCOME);
      case PRIVACY -> toggle(Dialog.PRIVACY);
    }
  }

  private void inChat(Runnable action) {
    model.dialog().set(Dialog.NONE);
    action.run();
  }

  private void inHistory(Runnable action) {
    model.dialog().set(Dialog.NONE);
    model.settings().change(now -> now.withSidebarShown(true));
    action.run();
  }

  private void changeLook() {
    model.settings().change(now -> now.withLook(now.look() == Look.DARK ? Look.LIGHT : Look.DARK));
  }

  private void resize(IntUnaryOperator change) {
    model.settings().change(now -> now.withTextSize(change.applyAsInt(now.textSize())));
  }

  private void toggle(Dialog dialog) {
    var open = model.dialog().get() == dialog;
    model.dialog().set(open ? Dialog.NONE : dialog);
  }
}
