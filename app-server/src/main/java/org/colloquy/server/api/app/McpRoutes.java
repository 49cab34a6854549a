package org.colloquy.server.api.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.McpServerId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.mcp.McpConnections;
import org.colloquy.server.core.mcp.McpServer.Place;
import org.colloquy.server.core.mcp.McpServers;
import org.colloquy.server.core.mcp.McpStatus;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/mcp/...`: servers of tools.
public final class McpRoutes {
  private final McpServers servers;

  public McpRoutes(McpServers servers) {
    this.servers = servers;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/mcp", Scope.READ, this::list)
        .signedIn("POST", "/api/mcp", Scope.KEYS, this::add)
        .signedIn("PATCH", "/api/mcp/{id}", Scope.KEYS, this::change)
        .signedIn("DELETE", "/api/mcp/{id}", Scope.KEYS, this::remove)
        .signedIn("POST", "/api/mcp/{id}/test", Scope.KEYS, this::test)
        .signedIn("GET", "/api/mcp/{id}/resources", Scope.READ, this::resources)
        .signedIn("GET", "/api/mcp/{id}/prompts", Scope.READ, this::prompts)
        .signedIn("POST", "/api/mcp/{id}/prompts", Scope.WRITE, this::fillIn);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(new ServersJson(servers.all(caller).stream().map(ServerJson::of).toList()));
  }

  private void add(Caller caller, Exchange exchange) {
    var body = exchange.json();
    var name = text(body.path("name"), "name");
    var variables = texts(body.path("variables"), "variables");
    var added =
        body.has("command")
            ? servers.addCommand(caller, name, words(body.path("command")), variables)
            : servers.addAddress(caller, name, text(body.path("address"), "address"), variables);
    exchange.reply(201, ServerJson.of(added));
  }

  private void change(Caller caller, Exchange exchange) {
    var body = exchange.json();
    if (body.path("on").isBoolean()) {
      exchange.reply(
          ServerJson.of(servers.turn(caller, id(exchange), body.path("on").booleanValue())));
    } else {
      var hash = text(body.path("approve"), "approve");
      exchange.reply(ServerJson.of(servers.approve(caller, id(exchange), hash)));
    }
  }

  private void remove(Caller caller, Exchange exchange) {
    servers.remove(caller, id(exchange));
    exchange.replyEmpty(204);
  }

  private void test(Caller caller, Exchange exchange) {
    exchange.reply(ServerJson.of(servers.test(caller, id(exchange))));
  }

  private void resources(Caller caller, Exchange exchange) {
    var uri = exchange.query("uri");
    if (uri.isPresent()) {
      exchange.reply(new TextJson(servers.read(caller, id(exchange), uri.get())));
    } else {
      exchange.reply(new ResourcesJson(servers.resources(caller, id(exchange))));
    }
  }

  private void prompts(Caller caller, Exchange exchange) {
    exchange.reply(new PromptsJson(servers.prompts(caller, id(exchange))));
  }

  private void fillIn(Caller caller, Exchange exchange) {
    var body = exchange.json();
    var name = text(body.path("name"), "name");
    var arguments = texts(body.path("arguments"), "arguments");
    exchange.reply(new TextJson(servers.prompt(caller, id(exchange), name, arguments)));
  }

  private static McpServerId id(Exchange exchange) {
    return new McpServerId(exchange.id("id", "server"));
  }

  private static String text(JsonNode value, String field) {
    if (!value.isTextual()) {
      throw invalid(field, "This field is required.");
    }
    return value.textValue();
  }

  private static List<String> words(JsonNode value) {
    if (!value.isArray()) {
      throw invalid("command", "This is no list of words.");
    }
    return value.valueStream().map(word -> text(word, "command")).toList();
  }

  private static Map<String, String> texts(JsonNode value, String field) {
    if (value.isMissingNode() || value.isNull()) {
      return Map.of();
    }
    if (!value.isObject()) {
      throw invalid(field, "These are no names with values.");
    }
    var texts = new LinkedHashMap<String, String>();
    value.properties().forEach(one -> texts.put(one.getKey(), text(one.getValue(), field)));
    return texts;
  }

  private static ProblemException invalid(String field, String why) {
    return new ProblemException(new Problem.Invalid(field, why));
  }

  record ServersJson(List<ServerJson> servers) {}

  /// @param command null for one with an address
  /// @param address null for a program
  /// @param variables the names only
  record ServerJson(
      UUID id,
      String name,
      @Nullable List<String> command,
      @Nullable String address,
      List<String> variables,
      boolean on,
      String state,
      String sentence,
      String hash,
      List<McpStatus.Offer> tools,
      Instant addedAt) {
    static ServerJson of(McpServers.Shown shown) {
      var server = shown.server();
      var status = shown.status();
      return new ServerJson(
          server.id().value(),
          server.name(),
          server.place() instanceof Place.Command(var words) ? words : null,
          server.place() instanceof Place.Address address ? address.url() : null,
          shown.variables(),
          server.on(),
          AppJson.word(status.state()),
          status.sentence(),
          status.hash(),
          status.tools(),
          server.addedAt());
    }
  }

  record TextJson(String text) {}

  record ResourcesJson(List<McpConnections.Resource> resources) {}

  record PromptsJson(List<McpConnections.Question> prompts) {}
}
