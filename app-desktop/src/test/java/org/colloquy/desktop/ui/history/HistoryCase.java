package org.colloquy.desktop.ui.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.ShareClient;
import org.colloquy.desktop.client.SidebarClient;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A sidebar before a scripted server, at half past eleven in the evening.
abstract class HistoryCase {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T22:30:00Z"), BERLIN);

  final ScriptedServer server = new ScriptedServer();
  final InlineBackground background = new InlineBackground();
  @TempDir Path folder;
  HistoryViewModel history;

  @BeforeEach
  void make() {
    history = made();
  }

  HistoryViewModel made() {
    var api = new ApiClient(server.address());
    var sidebar = new SidebarClient(server.address());
    var known = new KnownConversations(api, sidebar, new ShareClient(server.address()), background);
    var settings = new LiveSettings(new SettingsFile(folder.resolve("s.json")), background);
    return new HistoryViewModel(
        api, known, new HistoryCommands(sidebar, known), settings, background, CLOCK);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  UUID add(String title, String touched) {
    return server.conversations().add(title, Instant.parse(touched), List.of("a"));
  }

  UUID add(String title, Consumer<ObjectNode> change) {
    var id = add(title, "2026-03-10T12:00:00Z");
    server.conversations().change(id, change);
    return id;
  }

  List<String> rows() {
    return history.rows().stream()
        .map(row ->
            switch (row) {
              case HistoryRow.Heading(var group) -> group.name();
              case HistoryRow.Folder(var folder, var size, var open, var unread) ->
                  (open ? "- " : "+ ") + folder.name() + " " + size + (unread ? " !" : "");
              case HistoryRow.Shared(var conversation) ->
                  conversation.owner() + ": " + conversation.title();
              case HistoryRow.Line(var conversation, var inside, var unread) ->
                  (inside ? "  " : "") + conversation.title() + (unread ? " !" : "");
            })
        .toList();
  }

  ConversationEntry entry(String title) {
    return history.rows().stream()
        .filter(HistoryRow.Line.class::isInstance)
        .map(row -> ((HistoryRow.Line) row).conversation())
        .filter(conversation -> conversation.title().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
