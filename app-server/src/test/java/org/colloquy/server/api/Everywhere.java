package org.colloquy.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.server.TestClient;

/// One person who looks at the same conversations through all faces.
record Everywhere(TestClient client) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// The answer to a request that must succeed.
  JsonNode get(String path) {
    var answer = client.get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return json(answer.body());
  }

  /// The answer to a request that must succeed.
  JsonNode send(String method, String path, String body) {
    var answer = client.send(method, path, body.replace('\'', '"'));
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return json(answer.body());
  }

  /// The number of the conversation with this id.
  long number(String id) {
    return get("/api/conversations/" + id).path("number").asLong();
  }

  /// What was said in a conversation, as each face that shows it tells it: by the face, each line
  /// as `who: words`.
  Map<String, List<String>> said(String id) {
    var said = new LinkedHashMap<String, List<String>>();
    said.put("userchat", lines(userchat(id).path("messages"), "role", "content", "user", "baio"));
    said.put(
        "chatrest",
        lines(
            get("/chat/conversations/" + id + "/messages"),
            "role",
            "content",
            "user",
            "assistant"));
    said.put("chats", lines(chats(id), "role", "message", "Human", "Assistant"));
    said.put(
        "prompt",
        lines(get("/conversation/" + id).path("messages"), "role", "content", "user", "assistant"));
    said.put(
        "agents",
        lines(get("/get_history_conversation/" + id), "sender", "message", "You", "Agent"));
    said.put(
        "app",
        lines(
            get("/api/conversations/" + id + "/messages").path("messages"),
            "role",
            "content",
            "user",
            "assistant"));
    return said;
  }

  JsonNode userchat(String id) {
    return get("/chat/getConversation/?conversation_id=" + number(id));
  }

  /// Its messages in the chats API.
  JsonNode chats(String id) {
    var messages = MAPPER.createArrayNode();
    get("/conversations/")
        .valueStream()
        .filter(message -> message.path("chat_id").textValue().equals(id))
        .forEach(messages::add);
    return messages;
  }

  private static List<String> lines(
      JsonNode messages, String who, String words, String person, String model) {
    var lines = new ArrayList<String>();
    for (var message : messages) {
      var role = message.path(who).textValue();
      var text = message.path(words).textValue();
      if (role.equals(person)) {
        lines.add("person: " + text);
      } else if (role.equals(model) && !text.isEmpty()) {
        lines.add("model: " + text);
      }
    }
    return lines;
  }

  /// The titles in every face's list of conversations, in its order.
  Map<String, List<String>> titles() {
    var titles = new LinkedHashMap<String, List<String>>();
    titles.put("userchat", texts(get("/chat/getConversations/"), "title"));
    titles.put("chatrest", texts(get("/chat/conversations"), "title"));
    titles.put("chats", texts(get("/chats/"), "name"));
    titles.put("agents", texts(get("/history/"), "title_summary"));
    titles.put("app", texts(get("/api/conversations").path("conversations"), "title"));
    return titles;
  }

  /// When a conversation was made, as every face tells it that does.
  List<Instant> created(String id) {
    return Stream.of(
            get("/chat/conversations/" + id).path("created_at"),
            get("/chats/" + id).path("created_at"),
            userchat(id).path("created_at"),
            get("/api/conversations/" + id).path("createdAt"))
        .map(time -> OffsetDateTime.parse(time.textValue()).toInstant())
        .toList();
  }

  /// The status that every face answers for a conversation.
  Map<String, Integer> statuses(String id, long number) {
    var statuses = new LinkedHashMap<String, Integer>();
    for (var path :
        List.of(
            "/chat/getConversation/?conversation_id=" + number,
            "/chat/conversations/" + id + "/messages",
            "/chats/" + id,
            "/conversation/" + id,
            "/api/conversations/" + id)) {
      statuses.put(path, client.get(path).statusCode());
    }
    return statuses;
  }

  static List<String> texts(JsonNode list, String field) {
    return list.valueStream().map(element -> element.path(field).asText()).toList();
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
