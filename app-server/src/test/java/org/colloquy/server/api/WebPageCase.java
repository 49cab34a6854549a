package org.colloquy.server.api;

import org.colloquy.server.TestClient;
import org.colloquy.server.TestCore;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.AfterEach;

/// The page for people without the app, in a real browser, with a real server behind it.
abstract class WebPageCase {
  static final String NAME = "kari";
  static final String ANSWER = "article.answer:last-child";
  static final String WHOLE = "document.querySelector('" + ANSWER + "').ariaBusy === 'false'";

  final Gate gate = new Gate();
  TestServer server;
  BreakableLink link;
  BrowserPage page;
  TestClient client;

  /// Somebody opens the page in front of a model that does this.
  void open(ScriptedReply... replies) {
    server = TestServer.with(new ScriptedChatModel(replies));
    client = server.member(NAME);
    link = new BreakableLink(server.port());
    page = BrowserPage.open("MAP localhost:%d 127.0.0.1:%d".formatted(server.port(), link.port()));
    page.go("http://localhost:" + server.port() + "/");
  }

  void signIn() {
    page.type("[name=name]", NAME);
    page.type("[name=password]", TestCore.PASSWORD);
    page.pressEnter();
    page.until("document.querySelector('#who').textContent === '%s'".formatted(NAME));
  }

  void ask(String words) {
    page.type("#question", words);
    page.pressEnter();
  }

  @AfterEach
  void close() {
    if (page != null) {
      gate.open();
      page.close();
      link.close();
    }
    if (server != null) {
      server.close();
    }
  }
}
