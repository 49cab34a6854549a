package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A turn of the scripted server: its lines so far, for readers that come and come back.
final class ScriptedTurn {
  private static final ObjectMapper JSON = new ObjectMapper();

  final UUID id = UUID.randomUUID();
  private final List<ObjectNode> lines = new ArrayList<>();
  private long position;
  private boolean ended;
  private boolean cancelled;
  private int cutAt = -1;
  private @Nullable Boolean allowed;

  synchronized void saved(ObjectNode message) {
    add(event("saved").set("message", message.deepCopy()), 1);
  }

  synchronized void text(String text) {
    add(event("text").put("text", text), text.length());
  }

  /// Tells this, if it is anything.
  synchronized void tell(@Nullable ObjectNode event) {
    if (event != null) {
      add(event, 1);
    }
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

  /// Asks for a person's word and waits for it, or for the end.
  synchronized void want(String tool) throws InterruptedException {
    var arguments = "{\"content\":\"Ada likes tables\"}";
    add(
        event("approval-wanted").put("call", "c1").put("tool", tool).put("arguments", arguments),
        1);
    while (allowed == null && !cancelled) {
      wait();
    }
    if (allowed != null) {
      add(event("approval-given").put("call", "c1").put("allow", allowed), 1);
    }
  }

  synchronized void allow(boolean may) {
    allowed = may;
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
    cutAt = lines.size();
    notifyAll();
  }

  /// Sends everything after this position until the end, or until it is cut.
  void send(long after, OutputStream body) throws IOException {
    for (var next = 0; has(next); next++) {
      var line = line(next);
      if (line.get("at").asLong() > after) {
        body.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        body.flush();
      }
    }
  }

  private synchronized ObjectNode line(int index) {
    return lines.get(index);
  }

  /// Waits for the line; false when there will be none.
  private synchronized boolean has(int index) throws IOException {
    while (index >= lines.size() && !ended && cutAt != index) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    if (cutAt == index) {
      cutAt = -1;
      throw new IOException("cut");
    }
    return index < lines.size();
  }
}
