package org.colloquy.desktop.ui.chat;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.AgentClient;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.DraftClient;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.junit.jupiter.api.AfterEach;

/// A conversation in front of a scripted server, without a window.
abstract class ChatCase {
  final ScriptedServer server = new ScriptedServer();
  final ApiClient api = new ApiClient(server.address());
  final ChatViewModel chat = chat(new InlineBackground());

  ChatViewModel chat(Background background) {
    var settings = new LiveSettings(new SettingsFile(Path.of("not-there.json")), background);
    var provider = api.providers().providers().getFirst();
    var choice = new ModelChoice(provider, provider.models().getFirst());
    var model = new SimpleObjectProperty<>(choice);
    var answerer = new AnswererViewModel(api, new AgentClient(server.address()), background, model);
    var uploads =
        new UploadsViewModel(
            new FileClient(server.address()), () -> api.startConversation().id(), background);
    var drafts = new KeptDrafts(new DraftClient(server.address()), background);
    return new ChatViewModel(
        api, background, model, answerer, new ComposerViewModel(settings, uploads, drafts));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  void say(String text) {
    chat.composer().draft().set(text);
    chat.send();
  }

  List<String> texts() {
    return chat.messages().stream().map(MessageViewModel::text).toList();
  }
}
