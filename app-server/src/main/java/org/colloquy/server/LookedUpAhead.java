package org.colloquy.server;

import org.colloquy.server.core.agent.BuiltInAgents;
import org.colloquy.server.http.HttpServer;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.JsonAgentFile;

/// What libraries look up once in a process, looked up by another thread while the database is
/// being opened, which takes longer. Nothing waits for it: who comes earlier looks it up as well.
final class LookedUpAhead {
  private LookedUpAhead() {}

  static void begin() {
    Thread.ofPlatform().daemon().name("looking-up-ahead").start(LookedUpAhead::lookUp);
  }

  private static void lookUp() {
    Database.lookUpAhead();
    BuiltInAgents.read(new JsonAgentFile());
    HttpServer.lookUpAhead();
  }
}
