package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The turns of the scripted server.
final class ScriptedTurns {
  private final ScriptedConversations conversations;
  private final Map<UUID, ScriptedTurn> turns = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Script> scripts = new ConcurrentLinkedQueue<>();

  private final ScriptedSources sources;

  ScriptedTurns(ScriptedConversations conversations, ScriptedSources sources) {
    this.conversations = conversations;
    this.sources = sources;
  }

  /// The next question gets this answer.
  Script next(Script script) {
    scripts.add(script);
    return script;
  }

  void handle(HttpExchange exchange, String[] path, ObjectNode body) throws IOException {
    var turn = turns.get(UUID.fromString(path[1]));
    if (turn == null) {
      ScriptedServer.answer(exchange, null);
    } else if (path.length == 3 && path[2].equals("approvals")) {
      turn.allow(body.get("allow").asBoolean());
      ScriptedServer.answer(exchange, ScriptedServer.JSON.createObjectNode());
    } else if (path.length == 3) {
      turn.cancel();
      ScriptedServer.answer(exchange, ScriptedServer.JSON.createObjectNode());
    } else {
      stream(exchange, turn, Long.parseLong(ScriptedServer.query(exchange)));
    }
  }

  void start(HttpExchange exchange, UUID conversation, ObjectNode body) throws IOException {
    var turn = new ScriptedTurn();
    turns.put(turn.id, turn);
    if (body.has("continue")) {
      goOn(exchange, conversation, turn, body.get("continue").asText());
      return;
    }
    var again = body.path("again").asText(body.path("beside").asText(""));
    var said =
        again.isEmpty()
            ? conversations.say(
                conversation, body.get("text").asText(), body.path("instead").asText(""))
            : conversations.message(conversation, UUID.fromString(again));
    if (again.isEmpty()) {
      turn.saved(said);
    }
    var answer = conversations.startAnswer(conversation, said, turn.id);
    turn.saved(answer);
    var script =
        scripts.isEmpty()
            ? Script.says("You said: ", said.get("content").asText())
            : scripts.remove();
    Thread.ofVirtual().start(() -> play(script, turn, conversation, answer));
    stream(exchange, turn, 0);
  }

  private void goOn(HttpExchange exchange, UUID conversation, ScriptedTurn turn, String cutOff)
      throws IOException {
    var answer = conversations.message(conversation, UUID.fromString(cutOff));
    conversations.finish(conversation, answer, "growing");
    turn.saved(answer);
    var script = scripts.remove();
    Thread.ofVirtual().start(() -> play(script, turn, conversation, answer));
    stream(exchange, turn, 0);
  }

  private void play(Script script, ScriptedTurn turn, UUID conversation, ObjectNode answer) {
    var said = new StringBuilder(answer.get("content").asText());
    ask(script, turn);
    turn.tell(sources.sourced(answer));
    for (var i = 0; i < script.pieces().size() && !turn.cancelled(); i++) {
      said.append(script.pieces().get(i));
      conversations.grow(answer, said.toString());
      turn.text(script.pieces().get(i));
      if (i + 1 == script.cutAfter()) {
        turn.cut();
      }
      if (i + 1 == script.holdAfter()) {
        hold(script, turn);
      }
    }
    finish(script, turn, conversation, answer);
  }

  private static void ask(Script script, ScriptedTurn turn) {
    try {
      if (script.wants() != null) {
        turn.want(script.wants());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void hold(Script script, ScriptedTurn turn) {
    try {
      while (!turn.cancelled()
          && !script.gate().await(5, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        // Until it may go on.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish(Script script, ScriptedTurn turn, UUID conversation, ObjectNode answer) {
    var whole = !turn.cancelled() && script.problem() == null;
    conversations.finish(conversation, answer, whole ? "complete" : "cut-off");
    turn.saved(answer);
    turn.tell(sources.cited(answer));
    if (turn.cancelled()) {
      turn.end(ScriptedTurn.event("cancelled"));
    } else if (script.problem() != null) {
      turn.end(ScriptedTurn.event("failed").set("problem", json(script.problem())));
    } else {
      var usage = ScriptedServer.JSON.createObjectNode().put("input", 9).put("output", 12);
      turn.end(ScriptedTurn.event("finished").set("usage", usage));
    }
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) ScriptedServer.JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stream(HttpExchange exchange, ScriptedTurn turn, long after)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.getResponseHeaders().set("Colloquy-Turn", turn.id.toString());
    exchange.sendResponseHeaders(200, 0);
    turn.send(after, exchange.getResponseBody());
    exchange.getResponseBody().close();
  }
}
