package org.colloquy.desktop;

import org.colloquy.desktop.client.AgentClient;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.DraftClient;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.ui.chat.AnswererViewModel;
import org.colloquy.desktop.ui.chat.ChatViewModel;
import org.colloquy.desktop.ui.chat.ChosenFiles;
import org.colloquy.desktop.ui.chat.ComposerViewModel;
import org.colloquy.desktop.ui.chat.ContextViewModel;
import org.colloquy.desktop.ui.chat.Drafts;
import org.colloquy.desktop.ui.chat.KeptDrafts;
import org.colloquy.desktop.ui.chat.UnkeptDrafts;
import org.colloquy.desktop.ui.chat.UploadsViewModel;
import org.colloquy.desktop.ui.shell.ModelPickerViewModel;

/// What the open conversation and the field where one writes need.
///
/// @param uploads files on their way to the server
/// @param chosen takes files that go with the next question
record ChatWiring(
    ChatViewModel chat,
    UploadsViewModel uploads,
    ChosenFiles chosen,
    KeptDrafts drafts,
    ContextViewModel context) {
  static ChatWiring of(ApiClient api, ModelPickerViewModel models, Wiring.Outside outside) {
    var background = outside.background();
    var drafts = new KeptDrafts(new DraftClient(outside.server()), background);
    var chat = chat(api, models, drafts, outside);
    var uploads = chat.composer().uploads();
    var context = new ContextViewModel(api, background, chat);
    return new ChatWiring(chat, uploads, new ChosenFiles(uploads, background), drafts, context);
  }

  /// A conversation beside the open one. What is being written in it is not kept.
  static ChatViewModel beside(ApiClient api, ModelPickerViewModel models, Wiring.Outside outside) {
    return chat(api, models, new UnkeptDrafts(), outside);
  }

  private static ChatViewModel chat(
      ApiClient api, ModelPickerViewModel models, Drafts drafts, Wiring.Outside outside) {
    var background = outside.background();
    var agents = new AgentClient(outside.server());
    var answerer = new AnswererViewModel(api, agents, background, models.chosen());
    var files = new FileClient(outside.server());
    var uploads = new UploadsViewModel(files, () -> api.startConversation().id(), background);
    var composer = new ComposerViewModel(outside.settings(), uploads, drafts);
    return new ChatViewModel(api, background, models.chosen(), answerer, composer);
  }
}
