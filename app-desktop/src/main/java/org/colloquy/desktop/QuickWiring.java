package org.colloquy.desktop;

import java.util.Map;
import java.util.function.Supplier;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.ui.chat.ChatViewModel;
import org.colloquy.desktop.ui.chat.QuickAskView;
import org.colloquy.desktop.ui.chat.QuickAskViewModel;
import org.colloquy.desktop.ui.chat.SourceActions;
import org.colloquy.desktop.ui.parts.FailureWords.Remedy;
import org.colloquy.desktop.ui.parts.data.Drawings;
import org.colloquy.desktop.ui.shell.ModelPickerViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;

/// What questions need that are asked beside the window.
record QuickWiring(QuickAskViewModel quick, MessageWiring messages) {
  static QuickWiring of(
      ApiClient api, ModelPickerViewModel models, ShellViewModel shell, Wiring.Outside outside) {
    var chat = ChatWiring.beside(api, models, outside);
    var quick =
        new QuickAskViewModel(
            chat,
            id -> {
              shell.dialog().set(Dialog.NONE);
              shell.history().selected().set(id);
            });
    chat.whenTouched(shell.history()::touched);
    chat.whenHelpWanted(remedy -> help(remedy, quick, shell));
    shell.whenEmptied(chat::startNew);
    return new QuickWiring(quick, new MessageWiring(api, outside, chat, models));
  }

  private static void help(Remedy remedy, QuickAskViewModel quick, ShellViewModel shell) {
    if (remedy == Remedy.RETRY) {
      quick.chat().retries().last();
    } else {
      quick.raiseWindow();
      shell.help(remedy);
    }
  }

  /// What makes their view. What an answer leads to is shown in the window.
  Map<Class<?>, Supplier<Object>> views(Drawings drawings, Documents documents) {
    var sources =
        new SourceActions(
            line -> {
              quick.goOnInWindow();
              documents.openPage(line);
            },
            _ -> {},
            answer -> {
              quick.goOnInWindow();
              documents.openCited(answer);
            });
    var actions = messages.actions(drawings, sources);
    return Map.of(QuickAskView.class, () -> new QuickAskView(quick, actions));
  }

  /// The conversation of the last question.
  ChatViewModel chat() {
    return quick.chat();
  }
}
