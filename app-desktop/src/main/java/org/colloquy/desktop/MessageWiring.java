package org.colloquy.desktop;

import java.util.Map;
import java.util.function.Supplier;
import org.colloquy.desktop.client.AnswerClient;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.ui.chat.AnswerFacts;
import org.colloquy.desktop.ui.chat.Approvals;
import org.colloquy.desktop.ui.chat.ChatView;
import org.colloquy.desktop.ui.chat.ChatViewModel;
import org.colloquy.desktop.ui.chat.CompareView;
import org.colloquy.desktop.ui.chat.CompareViewModel;
import org.colloquy.desktop.ui.chat.FindViewModel;
import org.colloquy.desktop.ui.chat.MessageActions;
import org.colloquy.desktop.ui.chat.Rehearsal;
import org.colloquy.desktop.ui.chat.SourceActions;
import org.colloquy.desktop.ui.parts.data.Drawings;
import org.colloquy.desktop.ui.parts.markdown.CodeActions;
import org.colloquy.desktop.ui.parts.math.Formulas;
import org.colloquy.desktop.ui.shell.ModelPickerViewModel;

/// Makes what shows messages, and what these work with.
final class MessageWiring {
  private final ApiClient api;
  private final Wiring.Outside outside;
  private final ChatViewModel chat;
  private final ModelPickerViewModel models;

  MessageWiring(
      ApiClient api, Wiring.Outside outside, ChatViewModel chat, ModelPickerViewModel models) {
    this.api = api;
    this.outside = outside;
    this.chat = chat;
    this.models = models;
  }

  Map<Class<?>, Supplier<Object>> views(
      Drawings drawings, SourceActions sources, Runnable closeDialog) {
    var rehearsal = new Rehearsal(outside.background());
    var compare = new CompareViewModel(api, outside.background(), chat, models::askable);
    return Map.of(
        ChatView.class,
        () -> new ChatView(chat, actions(drawings, sources), rehearsal),
        CompareView.class,
        () -> new CompareView(compare, actions(drawings, sources), closeDialog));
  }

  /// What can be done from the messages of this conversation.
  MessageActions actions(Drawings drawings, SourceActions sources) {
    var background = outside.background();
    return new MessageActions(
        chat,
        new Approvals(api, background),
        outside.browser(),
        drawings,
        sources,
        new Formulas(Formulas.worker(), background::nextFrame),
        new CodeActions(background, outside.saveDialog()),
        new FindViewModel(chat, background),
        new AnswerFacts(new AnswerClient(outside.server()), background),
        models::askable);
  }
}
