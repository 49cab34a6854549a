package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A turn of the scripted server: its lines so far, for readers that come and come back.
final class ScriptedTurn {
  private static final ObjectMapper JSON = new ObjectMapper();

  final UUID id = UUID.randomUUID();
  private final List<ObjectNode> lines = new ArrayList<>();
  private long position;
  private boolean ended;
  private boolean cancelled;
  private boolean cut;

  synchronized void saved(ObjectNode message) {
    add(event("saved").set("message", message.deepCopy()), 1);
  }

  synchronized void text(String text) {
    add(event("text").put("text", text), text.length());
  }

  synchronized void end(ObjectNode event) {
    add(event, 1);
    ended = true;
    notifyAll();
  }

  static ObjectNode event(String name) {
    return JSON.createObjectNode().put("event", name);
  }

  private void add(ObjectNode line, long length) {
    position += length;
    lines.add(line.put("at", position));
    notifyAll();
  }

  synchronized void cancel() {
    cancelled = true;
    notifyAll();
  }

  synchronized boolean cancelled() {
    return cancelled;
  }

  synchronized boolean ended() {
    return ended;
  }

  /// Breaks the connection of whoever reads now.
  synchronized void cut() {
    cut = true;
    notifyAll();
  }

  /// Sends everything after this position until the end, or until it is cut.
  void send(long after, OutputStream body) throws IOException {
    var next = 0;
    while (true) {
      ObjectNode line;
      synchronized (this) {
        while (next >= lines.size() && !ended && !cut) {
          try {
            wait();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
          }
        }
        if (next >= lines.size()) {
          if (cut) {
            cut = false;
            throw new IOException("cut");
          }
          return;
        }
        line = lines.get(next++);
      }
      if (line.get("at").asLong() > after) {
        body.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        body.flush();
      }
    }
  }
}
