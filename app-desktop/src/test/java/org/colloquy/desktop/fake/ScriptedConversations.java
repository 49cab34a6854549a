package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The conversations of the scripted server.
public final class ScriptedConversations {
  private static final class Talk {
    final ObjectNode head = ScriptedServer.JSON.createObjectNode();
    final ObjectNode values = ScriptedServer.JSON.createObjectNode();
    final ObjectNode settings = ScriptedServer.JSON.createObjectNode();
    final Map<String, ObjectNode> messages = new LinkedHashMap<>();

    /// The messages that follow one, by its name.
    final Map<String, List<String>> following = new HashMap<>();

    @Nullable String leaf;
    boolean removed;
  }

  private final ScriptedFolders folders = new ScriptedFolders();
  private final Map<String, Talk> threads = new LinkedHashMap<>();

  /// A conversation that is there already, with messages said in turn by the person and the model.
  public synchronized UUID add(String title, Instant touched, List<String> said) {
    var id = start(title, touched);
    var thread = thread(id);
    var person = true;
    for (var text : said) {
      append(thread, person ? "user" : "assistant", text, "complete");
      person = !person;
    }
    thread.head.put("updatedAt", String.valueOf(touched));
    return id;
  }

  /// Goes on with a model that has a tool called, what the tool returned, and what the model then
  /// says; empty for nothing.
  public synchronized void addToolRound(
      UUID conversation, String tool, String result, String said) {
    var thread = thread(conversation);
    append(thread, "assistant", "", "complete")
        .putArray("toolCalls")
        .addObject()
        .put("id", "call_1")
        .put("tool", tool)
        .put("arguments", "{}");
    append(thread, "tool", result, "complete").put("answersCall", "call_1");
    if (!said.isEmpty()) {
      append(thread, "assistant", said, "complete");
    }
  }

  /// A conversation in which a model has a tool called with these arguments.
  public synchronized UUID addToolTalk(
      String title, Instant touched, String tool, String arguments, String result) {
    var id = start(title, touched);
    var thread = thread(id);
    append(thread, "user", "Look at the tables.", "complete");
    append(thread, "assistant", "", "complete")
        .putArray("toolCalls")
        .addObject()
        .put("id", "call_1")
        .put("tool", tool)
        .put("arguments", arguments);
    append(thread, "tool", result, "complete").put("answersCall", "call_1");
    append(thread, "assistant", "That is what the tables say.", "complete");
    return id;
  }

  /// The id of the message that says this.
  public synchronized UUID idOf(UUID conversation, String text) {
    return thread(conversation).messages.values().stream()
        .filter(message -> message.get("content").asText().equals(text))
        .map(message -> UUID.fromString(message.get("id").asText()))
        .findFirst()
        .orElseThrow();
  }

  /// Puts a question in other words, which starts a branch that is shown from then on.
  public synchronized void addInstead(UUID conversation, String said, String text, String answer) {
    say(conversation, text, idOf(conversation, said).toString());
    append(thread(conversation), "assistant", answer, "complete");
  }

  /// What the model said, in order.
  public synchronized List<ObjectNode> answers(UUID conversation) {
    return thread(conversation).messages.values().stream()
        .filter(message -> message.get("role").asText().equals("assistant"))
        .toList();
  }

  private UUID start(String title, Instant touched) {
    var id = UUID.randomUUID();
    var thread = new Talk();
    thread.head.put("id", id.toString()).put("number", threads.size() + 1).put("title", title);
    thread.head.put("messageCount", 0).put("createdAt", String.valueOf(touched));
    thread.head.put("updatedAt", String.valueOf(touched)).putNull("runningTurn");
    threads.put(id.toString(), thread);
    return id;
  }

  private Talk thread(UUID id) {
    return java.util.Objects.requireNonNull(threads.get(id.toString()));
  }

  private static ObjectNode append(Talk thread, String role, String text, String state) {
    return append(thread, thread.leaf, role, text, state);
  }

  private static ObjectNode append(
      Talk thread, @Nullable String parent, String role, String text, String state) {
    var id = UUID.randomUUID().toString();
    var message = ScriptedServer.JSON.createObjectNode();
    message.put("id", id).put("number", thread.messages.size() + 1).put("parent", parent);
    message.put("role", role).put("content", text).put("reasoning", "").put("state", state);
    message.put("createdAt", String.valueOf(Instant.now()));
    if (role.equals("assistant")) {
      message.putObject("model").put("provider", "Scripted").put("model", "script-1");
    }
    thread.messages.put(id, message);
    thread.following.computeIfAbsent(String.valueOf(parent), _ -> new ArrayList<>()).add(id);
    thread.leaf = id;
    thread.head.put("messageCount", thread.messages.size());
    return withSiblings(thread, message);
  }

  private static ObjectNode withSiblings(Talk thread, ObjectNode message) {
    var siblings = message.putArray("siblings");
    thread.following.getOrDefault(message.get("parent").asText(), List.of()).forEach(siblings::add);
    return message;
  }

  /// Somebody says something, instead of the message with this id or at the end.
  public synchronized ObjectNode say(UUID conversation, String text, String instead) {
    var thread = thread(conversation);
    if (thread.head.get("title").asText().isEmpty()) {
      thread.head.put("title", text.length() > 40 ? text.substring(0, 40) : text);
    }
    thread.head.put("updatedAt", String.valueOf(Instant.now()));
    var earlier = thread.messages.get(instead);
    var parent = earlier == null ? thread.leaf : earlier.get("parent").textValue();
    return append(thread, parent, "user", text, "complete");
  }

  synchronized ObjectNode message(UUID conversation, UUID id) {
    return java.util.Objects.requireNonNull(thread(conversation).messages.get(id.toString()));
  }

  synchronized ObjectNode startAnswer(UUID conversation, ObjectNode said, UUID turn) {
    var thread = thread(conversation);
    thread.head.put("runningTurn", turn.toString());
    return append(thread, said.get("id").asText(), "assistant", "", "growing");
  }

  synchronized void grow(ObjectNode answer, String text) {
    answer.put("content", text);
  }

  synchronized void finish(UUID conversation, ObjectNode answer, String state) {
    answer.put("state", state);
    thread(conversation).head.putNull("runningTurn").put("unread", true);
  }

  /// The titles that are not in the trash.
  public synchronized List<String> titles() {
    return threads.values().stream()
        .filter(thread -> !thread.removed)
        .map(thread -> thread.head.get("title").asText())
        .toList();
  }

  /// Lets a conversation stand otherwise in the list: `pinned`, `unread`, `folder` and so on.
  public synchronized void change(UUID conversation, Consumer<ObjectNode> change) {
    change.accept(thread(conversation).head);
  }

  public ScriptedFolders folders() {
    return folders;
  }

  synchronized @Nullable ObjectNode handle(
      String method, String[] path, String query, ObjectNode body) {
    if (path[0].equals("folders")) {
      return folders.handle(method, path, body);
    }
    if (path.length == 1) {
      return method.equals("POST")
          ? thread(start("", Instant.now())).head
          : list(query.equals("on"));
    }
    var thread = threads.get(path[1]);
    if (thread == null) {
      return null;
    }
    if (path.length == 3 && path[2].equals("settings")) {
      thread.settings.setAll(body);
      return thread.settings;
    }
    if (path.length == 3 && path[2].equals("variables")) {
      return values(thread, method, body);
    }
    if (path.length == 3 && path[2].equals("recalled")) {
      return recalled(thread);
    }
    if (path.length == 3) {
      return part(thread, path[2], query, body);
    }
    switch (method) {
      case "PATCH" -> thread.head.setAll(body);
      case "DELETE" -> thread.removed = true;
      default -> {}
    }
    return thread.head;
  }

  private static ObjectNode values(Talk thread, String method, ObjectNode body) {
    if (method.equals("PUT")) {
      thread.values.removeAll();
      thread.values.setAll((ObjectNode) body.get("variables"));
    }
    var answer = ScriptedServer.JSON.createObjectNode();
    answer.set("variables", thread.values.deepCopy());
    return answer;
  }

  /// The answers that say that they remember were given with a memory.
  private static ObjectNode recalled(Talk thread) {
    var answer = ScriptedServer.JSON.createObjectNode();
    var list = answer.putArray("recalled");
    thread.messages.values().stream()
        .filter(message -> message.get("content").asText().contains("I remember"))
        .forEach(message ->
            list.addObject()
                .put("message", message.get("id").asText())
                .putArray("memories")
                .addObject()
                .put("text", "The thesis is about gneiss."));
    return answer;
  }

  private static @Nullable ObjectNode part(Talk thread, String part, String q, ObjectNode body) {
    switch (part) {
      case "restore" -> thread.removed = false;
      case "branch" -> thread.leaf = leafBelow(thread, body.get("message").asText());
      case "messages" -> {}
      default -> {
        return null;
      }
    }
    return part.equals("restore") ? thread.head : branch(thread, q);
  }

  private static String leafBelow(Talk thread, String message) {
    var leaf = message;
    for (var each : thread.messages.values()) {
      if (each.get("parent").asText().equals(leaf)) {
        leaf = each.get("id").asText();
      }
    }
    return leaf;
  }

  private ObjectNode list(boolean archived) {
    var heads = new ArrayList<ObjectNode>();
    threads.values().stream()
        .filter(thread -> !thread.removed && !thread.head.has("owner"))
        .filter(thread -> thread.head.path("archived").asBoolean() == archived)
        .forEach(thread -> heads.add(thread.head));
    Collections.reverse(heads);
    var answer = ScriptedServer.JSON.createObjectNode();
    answer.set("conversations", ScriptedServer.array(heads));
    return answer.deepCopy();
  }

  private static ObjectNode branch(Talk thread, String limit) {
    var shown = new ArrayList<ObjectNode>();
    JsonNode each = thread.leaf == null ? null : thread.messages.get(thread.leaf);
    while (each instanceof ObjectNode message) {
      shown.add(withSiblings(thread, message));
      each = thread.messages.get(message.get("parent").asText());
    }
    Collections.reverse(shown);
    var answer = ScriptedServer.JSON.createObjectNode();
    var most = limit.isEmpty() ? shown.size() : Math.min(shown.size(), Integer.parseInt(limit));
    answer.set("messages", ScriptedServer.array(shown.reversed().subList(0, most).reversed()));
    answer.set("runningTurn", thread.head.get("runningTurn"));
    return answer.deepCopy();
  }
}
