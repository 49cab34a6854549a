package org.colloquy.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    serve(replies);
    link = new BreakableLink(server.port());
    page = BrowserPage.open("MAP localhost:%d 127.0.0.1:%d".formatted(server.port(), link.port()));
    page.go("http://localhost:" + server.port() + "/");
  }

  /// A server with a model that does this, and nobody before it yet.
  void serve(ScriptedReply... replies) {
    server = TestServer.with(new ScriptedChatModel(replies));
    client = server.member(NAME);
  }

  void signIn() {
    page.type("[name=name]", NAME);
    page.type("[name=password]", TestCore.PASSWORD);
    page.pressEnter();
    page.until("document.querySelector('#who').textContent === '%s'".formatted(NAME));
  }

  /// Keeps a picture for people to look at.
  void picture(String name) {
    try {
      var folder = Files.createDirectories(Path.of("target", "screenshots"));
      Files.write(folder.resolve(name + ".png"), page.picture());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps pictures of what is to be seen on a desk and on a phone, light and dark.
  void pictures(String name) {
    for (var scheme : List.of("light", "dark")) {
      page.look(1280, 800, scheme);
      picture(name + "-" + scheme);
      page.look(390, 844, scheme);
      picture(name + "-phone-" + scheme);
    }
    page.look(1280, 800, "light");
  }

  void ask(String words) {
    page.type("#question", words);
    page.pressEnter();
  }

  @AfterEach
  void close() {
    gate.open();
    if (page != null) {
      page.close();
    }
    if (link != null) {
      link.close();
    }
    if (server != null) {
      server.close();
    }
  }
}
