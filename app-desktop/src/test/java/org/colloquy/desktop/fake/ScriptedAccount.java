package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The owner's account on the scripted server: what may leave, tokens for programs, its data.
public final class ScriptedAccount {
  /// A key that was used.
  public static final String USED_KEY = "00000000-0000-0000-0000-000000000001";

  /// What lets a window in.
  public static final String TOKEN = "test-token";

  /// What those are given who have one made.
  public static final String MADE = "colloquy_secret-wxyz";

  private final Map<String, ObjectNode> tokens = new LinkedHashMap<>();
  private final ScriptedShares shares = new ScriptedShares();
  private final ScriptedPeople people = new ScriptedPeople();
  private final ScriptedSharing sharing = new ScriptedSharing();
  private boolean staysHere;
  private boolean erased;
  private int logged = 2;

  ScriptedAccount() {}

  public synchronized boolean staysHere() {
    return staysHere;
  }

  /// There are so many entries in the audit log.
  public synchronized void logged(int entries) {
    logged = entries;
  }

  /// Whether everything was erased.
  public synchronized boolean erased() {
    return erased;
  }

  public ScriptedPeople people() {
    return people;
  }

  public ScriptedSharing sharing() {
    return sharing;
  }

  public ScriptedShares shares() {
    return shares;
  }

  synchronized @Nullable ObjectNode handle(HttpExchange exchange, String[] path, ObjectNode body) {
    var method = exchange.getRequestMethod();
    return switch (path[0]) {
      case "server" -> server();
      case "sessions" -> ScriptedServer.JSON.createObjectNode().put("access", TOKEN);
      case "privacy" -> privacy(method, body);
      case "tokens" -> tokens(method, path, body);
      case "recipients", "shared-conversations" -> shares.handle(method, path, body);
      case "accounts" -> people.accounts(method, path, body);
      case "groups" -> people.groups(method, path, body);
      case "quotas" -> people.quotas(method, body);
      case "sharing" -> sharing.sharing(method, body);
      case "invitations" -> sharing.invitations(method, path, body);
      case "erasure" -> erase(body);
      case "import" -> imported(path.length == 2);
      case "usage" -> usage(ScriptedServer.queries(exchange));
      case "audit" -> path.length == 1 ? audit(ScriptedServer.queries(exchange)) : check();
      default -> null;
    };
  }

  /// Whether this request may do what it wants; everybody may sign in, or use an invitation.
  synchronized boolean letsIn(HttpExchange exchange) {
    var path = exchange.getRequestURI().getPath();
    var shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    return path.equals("/api/sessions")
        || path.equals("/api/invitations/accept")
        || shown.equals("Bearer " + TOKEN)
        || (shown.equals("Bearer " + MADE) && !tokens.isEmpty());
  }

  private static ObjectNode server() {
    var server = ScriptedServer.JSON.createObjectNode().put("name", "Colloquy");
    server.putObject("account").put("username", "owner").put("role", "owner");
    return server;
  }

  private ObjectNode privacy(String method, ObjectNode body) {
    if (method.equals("PUT")) {
      staysHere = body.get("staysHere").asBoolean();
    }
    return ScriptedServer.JSON.createObjectNode().put("staysHere", staysHere);
  }

  private @Nullable ObjectNode tokens(String method, String[] path, ObjectNode body) {
    if (path.length == 2) {
      return tokens.remove(path[1]);
    }
    if (method.equals("POST")) {
      return add(body);
    }
    var answer = ScriptedServer.JSON.createObjectNode();
    answer.putArray("tokens").addAll(tokens.values());
    return answer;
  }

  private ObjectNode add(ObjectNode body) {
    var id = UUID.randomUUID().toString();
    var token = ScriptedServer.JSON.createObjectNode();
    token.put("id", id).put("name", body.get("name").asText()).put("lastFour", "wxyz");
    token.set("scopes", body.get("scopes"));
    var until = Instant.now().plus(Duration.ofDays(body.get("days").asInt()));
    token.put("expiresAt", String.valueOf(until));
    tokens.put(id, token);
    return token.deepCopy().put("token", MADE);
  }

  private @Nullable ObjectNode erase(ObjectNode body) {
    if (!body.get("username").asText().equals("owner")) {
      return null;
    }
    erased = true;
    var report = ScriptedServer.JSON.createObjectNode();
    report.put("conversations", 3).put("messages", 12).put("files", 1);
    report.putArray("copies").addObject().put("name", "colloquy-before-2.mv.db");
    return report;
  }

  private static ObjectNode imported(boolean preview) {
    var report = ScriptedServer.JSON.createObjectNode();
    report.put("added", preview ? 0 : 2).put("fresh", preview ? 2 : 0);
    report.put("known", 1).put("refused", 1);
    var items = report.putArray("items");
    for (var outcome : List.of(preview ? "new" : "added", "known", "refused")) {
      items
          .addObject()
          .put("origin", "ChatGPT")
          .put("title", "Cells and their " + outcome + " walls")
          .put("messages", 4)
          .put("outcome", outcome)
          .put("why", outcome.equals("refused") ? "There are no messages in it." : "");
    }
    return report;
  }

  /// @param asked by what, and over which days
  private static ObjectNode usage(Map<String, String> asked) {
    var last = LocalDate.parse(asked.getOrDefault("to", "2026-11-22"));
    var names =
        switch (asked.getOrDefault("by", "day")) {
          case "day" -> List.of(last.toString(), "", last.minusDays(4).toString(), "");
          case "model" -> List.of("gpt-4o", "OpenAI", "tiny", "Lab");
          case "account" ->
              List.of(ScriptedPeople.id("ada"), "ada", ScriptedPeople.id("grace"), "=grace");
          default -> List.of(USED_KEY, "Work", "00000000-0000-0000-0000-000000000002", "=Home");
        };
    var answer = ScriptedServer.JSON.createObjectNode();
    var sums = answer.putArray("sums");
    sums.addObject().put("of", names.get(0)).put("name", names.get(1)).put("calls", 3);
    sums.addObject().put("of", names.get(2)).put("name", names.get(3)).put("calls", 1);
    ((ObjectNode) sums.get(0)).put("input", 1200).put("output", 80);
    ((ObjectNode) sums.get(0)).put("cached", 1024).put("cacheWritten", 64).put("reasoning", 60);
    ((ObjectNode) sums.get(0)).put("cost", 3_800).put("unpriced", 0);
    ((ObjectNode) sums.get(1)).put("input", 10).put("output", 5);
    ((ObjectNode) sums.get(1)).put("estimated", 1).put("unpriced", 1);
    return answer;
  }

  /// What was done: everybody's signing in was refused, and the owner added keys.
  private ObjectNode audit(Map<String, String> asked) {
    var answer = ScriptedServer.JSON.createObjectNode();
    var entries = answer.putArray("entries");
    var before = Long.parseLong(asked.getOrDefault("before", "" + Long.MAX_VALUE));
    var most = Integer.parseInt(asked.get("limit"));
    for (var number = (int) Math.min(logged, before - 1); number > 0; number--) {
      boolean signIn = number % 2 == 0;
      var action = signIn ? "sign-in" : "key-added";
      var account = ScriptedPeople.id(signIn ? "ada" : "owner");
      if (entries.size() < most
          && asked.getOrDefault("action", action).equals(action)
          && asked.getOrDefault("account", account).equals(account)) {
        var at = Instant.parse("2026-11-21T08:00:00Z").plus(Duration.ofHours(number));
        var entry = entries.addObject().put("number", number).put("at", at.toString());
        entry.put("action", action).put("outcome", signIn ? "refused" : "done");
        entry.put("account", account).put("object", "");
      }
    }
    return answer;
  }

  private static ObjectNode check() {
    return ScriptedServer.JSON
        .createObjectNode()
        .put("intact", true)
        .put("entries", 2)
        .put("head", "0123456789abcdef0123")
        .putNull("broken");
  }
}
