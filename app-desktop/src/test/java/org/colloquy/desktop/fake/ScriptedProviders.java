package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The providers and keys of the scripted server. A built-in one is there from the start.
public final class ScriptedProviders {
  private final Map<String, ObjectNode> providers = new LinkedHashMap<>();
  private final Map<String, ObjectNode> keys = new LinkedHashMap<>();
  private final Map<String, ObjectNode> shared = new LinkedHashMap<>();
  private List<String> models = List.of("large-model", "small-model", "embedding-model");

  ScriptedProviders() {
    var local = provider("Colloquy built-in", "local", "", false);
    addModels(local, List.of("Colloquy built-in"));
  }

  /// A server of models that was found on this computer.
  public synchronized void found(String name, String address) {
    addModels(provider(name, "ollama", address, true), models);
  }

  /// What every provider has from now on.
  public synchronized void models(List<String> names) {
    models = names;
  }

  /// One of the person's own that is there already.
  public synchronized void add(String name, String... theirs) {
    addModels(provider(name, "openai-chat", "http://127.0.0.1:9", true), List.of(theirs));
  }

  private ObjectNode provider(String name, String kind, String address, boolean own) {
    var id = UUID.randomUUID().toString();
    var provider = ScriptedServer.JSON.createObjectNode();
    provider.put("id", id).put("number", providers.size() + 1).put("name", name);
    provider.put("kind", kind).put("address", address).put("own", own).putArray("models");
    providers.put(id, provider);
    return provider;
  }

  private static void addModels(ObjectNode provider, List<String> names) {
    var list = provider.putArray("models");
    for (var name : names) {
      var id =
          UUID.nameUUIDFromBytes(
              (provider.get("id") + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      list.addObject()
          .put("id", id.toString())
          .put("number", 1)
          .put("name", name)
          .put("title", name)
          .put("contextWindow", name.startsWith("large") ? 128_000 : null)
          .set("price", price(name));
    }
  }

  /// Only that of large models is known.
  private static @Nullable ObjectNode price(String name) {
    return name.startsWith("large")
        ? ScriptedServer.JSON.createObjectNode().put("input", 2.5).put("output", 10)
        : null;
  }

  synchronized @Nullable ObjectNode handle(String method, String[] path, ObjectNode body) {
    return path[0].equals("keys") ? key(method, path, body) : provider(method, path, body);
  }

  private @Nullable ObjectNode provider(String method, String[] path, ObjectNode body) {
    if (path.length == 1) {
      return method.equals("POST")
          ? provider(
              body.get("name").asText(),
              body.get("kind").asText(),
              body.get("address").asText(),
              true)
          : list();
    }
    var provider = providers.get(path[1]);
    if (provider != null && path.length == 3) {
      addModels(provider, models);
    } else if (provider != null && method.equals("DELETE")) {
      providers.remove(path[1]);
    }
    return provider;
  }

  private ObjectNode list() {
    var answer = ScriptedServer.JSON.createObjectNode();
    answer.set("providers", ScriptedServer.array(new ArrayList<>(providers.values())));
    var builtIn = providers.values().iterator().next();
    answer.set("usual", builtIn.get("models").get(0).get("id"));
    var catalogue = answer.putArray("catalogue");
    catalogue
        .addObject()
        .put("name", "OpenAI")
        .put("kind", "openai-chat")
        .put("needsKey", true)
        .put("address", "https://api.openai.com/v1")
        .put("keyPage", "https://platform.openai.com/api-keys");
    catalogue
        .addObject()
        .put("name", "Mistral")
        .put("kind", "openai-chat")
        .put("needsKey", true)
        .put("address", "https://api.mistral.ai/v1")
        .put("keyPage", "https://console.mistral.ai");
    catalogue
        .addObject()
        .put("name", "Ollama")
        .put("kind", "ollama")
        .put("address", "http://localhost:11434")
        .put("keyPage", "");
    return answer.deepCopy();
  }

  private @Nullable ObjectNode key(String method, String[] path, ObjectNode body) {
    var answer = ScriptedServer.JSON.createObjectNode();
    if (path.length == 1 && method.equals("GET")) {
      answer.set("keys", ScriptedServer.array(new ArrayList<>(keys.values())));
      return answer;
    }
    if (path.length == 2 && path[1].equals("test")) {
      var list = answer.putArray("models");
      models.forEach(list::add);
      return answer;
    }
    if (path.length == 2 && path[1].equals("shared")) {
      answer.set("keys", ScriptedServer.array(List.copyOf(shared.values())));
      return answer;
    }
    if (method.equals("PATCH")) {
      share(path[1], "owner", "Colloquy built-in", body);
      return keys.get(path[1]);
    }
    return method.equals("POST") ? add(body) : keys.remove(path[1]);
  }

  /// A key of the window's owner for the built-in provider.
  public synchronized void addKey(String nickname) {
    var body = ScriptedServer.JSON.createObjectNode().put("nickname", nickname);
    add(body.put("provider", providers.keySet().iterator().next()).put("secret", "sk-abcd"));
  }

  /// Somebody else shares a key with everybody.
  public synchronized void othersKey(String owner, String provider) {
    var body = ScriptedServer.JSON.createObjectNode().put("shared", true);
    share(UUID.randomUUID().toString(), owner, provider, body);
  }

  private void share(String id, String owner, String provider, ObjectNode body) {
    shared.remove(id);
    if (body.get("shared").asBoolean()) {
      var key = ScriptedServer.JSON.createObjectNode().put("id", id).put("provider", provider);
      key.put("account", ScriptedPeople.id(owner)).set("group", body.get("group"));
      shared.put(id, key);
    }
  }

  private ObjectNode add(ObjectNode body) {
    var secret = body.get("secret").asText();
    var key = ScriptedServer.JSON.createObjectNode();
    key.put("id", UUID.randomUUID().toString()).put("number", keys.size() + 1);
    key.put("provider", body.get("provider").asText())
        .put("nickname", body.get("nickname").asText());
    key.put("lastFour", secret.substring(Math.max(0, secret.length() - 4)));
    key.put("createdAt", String.valueOf(Instant.now()));
    keys.put(key.get("id").asText(), key);
    return key;
  }
}
