package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.KeyId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.model.TurnId;
import org.jspecify.annotations.Nullable;

/// Everything the desktop asks of a server. Blocks; every failure arrives as a
/// [org.colloquy.model.ProblemException] or as [Unreachable].
public final class ApiClient {
  private final HttpCalls calls;

  public ApiClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// Last touched first.
  public List<ConversationEntry> conversations() {
    return WireConversations.list(calls.get("/api/conversations"));
  }

  /// Those that were last touched.
  public List<ConversationEntry> lastTouched(int most) {
    return WireConversations.list(calls.get("/api/conversations?limit=" + most));
  }

  public ConversationEntry startConversation() {
    return WireConversations.conversation(calls.post("/api/conversations", Wire.object()));
  }

  public ConversationEntry rename(ConversationId id, String title) {
    return WireConversations.conversation(
        calls.patch("/api/conversations/" + id, Wire.object().put("title", title)));
  }

  public ConversationEntry conversation(ConversationId id) {
    return WireConversations.conversation(calls.get("/api/conversations/" + id));
  }

  /// Lets this agent answer from now on.
  ///
  /// @param agent null for a plain model
  public ConversationEntry answerAs(ConversationId id, @Nullable UUID agent) {
    var body = Wire.object().put("agent", agent == null ? null : agent.toString());
    return WireConversations.conversation(calls.patch("/api/conversations/" + id, body));
  }

  /// What counts in every turn of a conversation.
  public ConversationSettings settings(ConversationId id) {
    var settings = calls.get("/api/conversations/" + id + "/settings");
    var conversation = calls.get("/api/conversations/" + id);
    return new ConversationSettings(
        Wire.text(settings, "systemPrompt"),
        WireAgents.parameters(settings.path("parameters")),
        !Wire.text(conversation, "memory").equals("off"),
        !Wire.text(settings, "files").equals("off"));
  }

  /// Lets this count in every turn from now on.
  public void change(ConversationId id, ConversationSettings settings) {
    var body = Wire.object().put("systemPrompt", settings.systemPrompt());
    body.set("parameters", WireAgents.json(settings.parameters()));
    body.put("files", settings.looksIntoFiles() ? "on" : "off");
    calls.patch("/api/conversations/" + id + "/settings", body);
    var memory = Wire.object().put("memory", settings.remembers() ? "on" : "off");
    calls.patch("/api/conversations/" + id, memory);
  }

  public void remove(ConversationId id) {
    calls.delete("/api/conversations/" + id);
  }

  public ConversationEntry restore(ConversationId id) {
    return WireConversations.conversation(
        calls.post("/api/conversations/" + id + "/restore", Wire.object()));
  }

  /// All messages of the branch that is shown.
  public Branch messages(ConversationId id) {
    return branch(id, calls.get("/api/conversations/" + id + "/messages"));
  }

  /// The last of its messages.
  ///
  /// @param most how many, at least 1
  public Branch newest(ConversationId id, int most) {
    return branch(id, calls.get("/api/conversations/" + id + "/messages?limit=" + most));
  }

  /// Shows the branch that goes through this message from now on.
  public Branch showBranch(ConversationId id, MessageId through) {
    var body = Wire.object().put("message", through.toString());
    return branch(id, calls.post("/api/conversations/" + id + "/branch", body));
  }

  private Branch branch(ConversationId id, JsonNode messages) {
    var conversation = "/api/conversations/" + id;
    var from = "?from=" + messages.path("messages").path(0).path("number").asLong();
    return WireMessages.branch(
        id,
        messages,
        ofOwner(conversation + "/recalled" + from),
        WireSources.answers(calls.get(conversation + "/sources" + from)),
        WireFiles.files(ofOwner(conversation + "/files")));
  }

  /// What only the owner of a conversation is told; nothing in one that somebody else shares.
  private JsonNode ofOwner(String path) {
    try {
      return calls.get(path);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.NotFound) {
        return Wire.object();
      }
      throw e;
    }
  }

  /// Starts a turn. What it streams is read with [TurnStream#read].
  public TurnStream ask(ConversationId id, Question question) {
    var request =
        calls
            .request("/api/conversations/" + id + "/turns")
            .POST(BodyPublishers.ofString(body(question).toString()));
    return TurnStream.started(calls, id, request);
  }

  /// Joins a turn that is going on, from its beginning.
  public TurnStream follow(ConversationId id, TurnId turn) {
    return TurnStream.joined(calls, id, turn);
  }

  public void cancel(TurnId turn) {
    calls.post("/api/turns/" + turn + "/cancel", Wire.object());
  }

  /// Says whether a tool of this turn may run.
  public void approve(TurnId turn, String call, Word word) {
    var body = Wire.object().put("call", call).put("allow", word.allows());
    if (!word.remember().isEmpty()) {
      body.put("remember", word.remember());
    }
    calls.post("/api/turns/" + turn + "/approvals", body);
  }

  public Providers providers() {
    var node = calls.get("/api/providers");
    return new Providers(
        Wire.list(node, "providers", ApiClient::provider),
        Wire.text(node, "usual"),
        Wire.list(
            node,
            "catalogue",
            each ->
                new CatalogueEntry(
                    Wire.text(each, "name"),
                    kind(each),
                    Wire.text(each, "address"),
                    Wire.text(each, "keyPage"),
                    each.path("needsKey").asBoolean())));
  }

  /// Adds a provider, without its models.
  ///
  /// @param kind the language that it speaks
  /// @param address the base address of its API; of a GGUF file its whole path
  public ProviderEntry addProvider(String name, ProviderKind kind, String address) {
    var body = Wire.object().put("name", name).put("address", address);
    body.put("kind", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return provider(calls.post("/api/providers", body));
  }

  private static ProviderKind kind(JsonNode node) {
    return Wire.constant(ProviderKind.class, Wire.text(node, "kind"), ProviderKind.OPENAI_CHAT);
  }

  public void removeProvider(ProviderId id) {
    calls.delete("/api/providers/" + id);
  }

  /// Asks the provider for its models without a key.
  public ProviderEntry fetchModels(ProviderId id) {
    return provider(calls.post("/api/providers/" + id + "/models", Wire.object()));
  }

  /// Asks the provider for its models with a stored key.
  public ProviderEntry fetchModels(ProviderId id, KeyId key) {
    var body = Wire.object().put("key", key.toString());
    return provider(calls.post("/api/providers/" + id + "/models", body));
  }

  public List<KeyEntry> keys() {
    return Wire.list(calls.get("/api/keys"), "keys", ApiClient::key);
  }

  public KeyEntry addKey(ProviderId provider, String nickname, String secret) {
    var body =
        Wire.object()
            .put("provider", provider.toString())
            .put("nickname", nickname)
            .put("secret", secret);
    return key(calls.post("/api/keys", body));
  }

  /// The names of the models that this secret reaches; nothing is kept.
  public List<String> testKey(ProviderId provider, String secret) {
    var body = Wire.object().put("provider", provider.toString()).put("secret", secret);
    return Wire.list(calls.post("/api/keys/test", body), "models", JsonNode::asText);
  }

  public void removeKey(KeyId id) {
    calls.delete("/api/keys/" + id);
  }

  /// How much of the model's window a question would take.
  public ContextUse measure(ConversationId id, Question question) {
    var use = calls.post("/api/conversations/" + id + "/context", body(question));
    return new ContextUse(
        Wire.numberOrNull(use, "room"),
        use.path("instructions").asLong(),
        use.path("tools").asLong(),
        use.path("earlier").asLong(),
        use.path("question").asLong(),
        use.path("leftOut").asInt(),
        Wire.numberOrNull(use, "cost"));
  }

  private static ObjectNode body(Question question) {
    var body = Wire.object();
    switch (question) {
      case Question.Say say -> {
        body.put("text", say.text());
        put(body, "after", say.after());
      }
      case Question.Instead instead -> {
        body.put("text", instead.text());
        put(body, "instead", instead.said());
      }
      case Question.Continue more -> put(body, "continue", more.answer());
      case Question.Again again -> put(body, "again", again.said());
      case Question.Beside beside -> put(body, "beside", beside.said());
    }
    var by = question.by();
    put(body, "model", by.model());
    if (by.agent() != null) {
      body.put("agent", by.agent().toString());
    }
    if (!by.tools().isEmpty()) {
      by.tools().forEach(body.putArray("tools")::add);
    }
    return body;
  }

  private static void put(ObjectNode body, String field, @Nullable Record id) {
    if (id != null) {
      body.put(field, id.toString());
    }
  }

  private static ProviderEntry provider(JsonNode node) {
    var id = new ProviderId(Wire.id(node, "id"));
    return new ProviderEntry(
        id,
        Wire.text(node, "name"),
        kind(node),
        Wire.text(node, "address"),
        node.path("own").asBoolean(),
        Wire.list(node, "models", each -> WireModels.model(id, each)));
  }

  private static KeyEntry key(JsonNode node) {
    return new KeyEntry(
        new KeyId(Wire.id(node, "id")),
        new ProviderId(Wire.id(node, "provider")),
        Wire.text(node, "nickname"),
        Wire.text(node, "lastFour"),
        Wire.time(node, "createdAt"));
  }
}
