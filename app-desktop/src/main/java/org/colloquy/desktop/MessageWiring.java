package org.colloquy.desktop;

import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.ui.chat.Approvals;
import org.colloquy.desktop.ui.chat.ChatViewModel;
import org.colloquy.desktop.ui.chat.FindViewModel;
import org.colloquy.desktop.ui.chat.MessageActions;
import org.colloquy.desktop.ui.chat.SourceActions;
import org.colloquy.desktop.ui.parts.data.Drawings;
import org.colloquy.desktop.ui.parts.markdown.CodeActions;
import org.colloquy.desktop.ui.parts.math.Formulas;

/// Makes what messages on the screen work with.
final class MessageWiring {
  private final ApiClient api;
  private final Background background;
  private final Wiring.Outside outside;

  MessageWiring(ApiClient api, Background background, Wiring.Outside outside) {
    this.api = api;
    this.background = background;
    this.outside = outside;
  }

  MessageActions actions(ChatViewModel chat, Drawings drawings, SourceActions sources) {
    return new MessageActions(
        chat,
        new Approvals(api, background),
        outside.browser(),
        drawings,
        sources,
        new Formulas(Formulas.worker(), background::nextFrame),
        new CodeActions(background, outside.saveDialog()),
        new FindViewModel(chat, background));
  }
}
