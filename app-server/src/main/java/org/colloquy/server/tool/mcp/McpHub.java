package org.colloquy.server.tool.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colloquy.model.AccountId;
import org.colloquy.model.McpServerId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.mcp.McpConnections;
import org.colloquy.server.core.mcp.McpServer;
import org.colloquy.server.core.mcp.McpServer.Place;
import org.colloquy.server.core.mcp.McpStatus;
import org.colloquy.server.core.mcp.McpStatus.State;
import org.colloquy.server.tool.web.JsonPost;
import org.jspecify.annotations.Nullable;

/// All connections to servers of tools. None of them is felt by another one, nor by who does not
/// use it.
public final class McpHub implements McpConnections, AutoCloseable {
  /// How long a server may take for one answer.
  public static final Duration PATIENCE = Duration.ofSeconds(55);

  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final int LONGEST_SCHEMA = 16_000;

  private final Function<Place.Address, JsonPost> posts;
  private final Duration patience;
  private final Map<McpServerId, Kept> kept = new ConcurrentHashMap<>();

  /// @param posts how a server with an address is reached, as far as it may be
  public McpHub(Function<Place.Address, JsonPost> posts, Duration patience) {
    this.posts = posts;
    this.patience = patience;
  }

  private record Kept(AccountId owner, McpConnection connection) {}

  @Override
  public McpStatus status(McpServer server) {
    var connection = connection(server.id());
    if (!server.on() || connection == null) {
      var sentence = server.on() ? "It is not known how to reach it." : "";
      return new McpStatus(server.on() ? State.FAILED : State.OFF, sentence, "", List.of());
    }
    var offers = offers(server, connection);
    if (!connection.isOpen()) {
      var failure = connection.failure();
      var state = failure.isEmpty() ? State.CONNECTING : State.FAILED;
      return new McpStatus(state, failure, "", offers);
    }
    var hash = hash(offers);
    var state = hash.equals(server.approved()) ? State.READY : State.CHANGED;
    return new McpStatus(state, "", hash, offers);
  }

  @Override
  public McpStatus connect(McpServer server, Map<String, String> variables) {
    var connection = kept(server, variables).connection();
    try {
      connection.open();
    } catch (ProblemException _) {
      // The status says why.
    }
    return status(server);
  }

  @Override
  public void keep(McpServer server, Map<String, String> variables) {
    drop(server.id());
    var connection = kept(server, variables).connection();
    Thread.ofVirtual()
        .name("mcp-connect")
        .start(() -> {
          try {
            connection.open();
          } catch (ProblemException _) {
            // The status says why; it is tried again when somebody wants its tools.
          }
        });
  }

  @Override
  public void drop(McpServerId server) {
    var dropped = kept.remove(server);
    if (dropped != null) {
      dropped.connection().close();
    }
  }

  @Override
  public void drop(AccountId owner) {
    kept.forEach((id, one) -> {
      if (one.owner().equals(owner)) {
        drop(id);
      }
    });
  }

  @Override
  public void close() {
    List.copyOf(kept.keySet()).forEach(this::drop);
  }

  /// The tools of a server that its owner approved; none when they are others now.
  List<McpTool> tools(McpServer server) {
    var connection = connection(server.id());
    if (!server.on() || connection == null) {
      return List.of();
    }
    var offers = offers(server, connection);
    if (!hash(offers).equals(server.approved())) {
      return List.of();
    }
    var originals = connection.tools();
    var tools = new ArrayList<McpTool>();
    for (int i = 0; i < offers.size(); i++) {
      tools.add(new McpTool(offers.get(i), originals.get(i).name(), connection));
    }
    return tools;
  }

  @Override
  public List<Resource> resources(McpServer server) {
    var found = there(server).ask(client -> client.listResources(null));
    return found.resources().stream()
        .map(one ->
            new Resource(
                one.uri(), text(one.name()), text(one.description()), text(one.mimeType())))
        .toList();
  }

  @Override
  public String read(McpServer server, String uri) {
    var result =
        there(server)
            .ask(client -> client.readResource(McpSchema.ReadResourceRequest.builder(uri).build()));
    return result.contents().stream().map(McpText::of).collect(Collectors.joining("\n"));
  }

  @Override
  public List<Question> prompts(McpServer server) {
    var found = there(server).ask(client -> client.listPrompts(null));
    return found.prompts().stream().map(McpHub::question).toList();
  }

  private static Question question(McpSchema.Prompt prompt) {
    var parameters =
        Objects.requireNonNullElse(prompt.arguments(), List.<McpSchema.PromptArgument>of());
    return new Question(
        prompt.name(),
        text(prompt.description()),
        parameters.stream().map(McpSchema.PromptArgument::name).toList());
  }

  @Override
  public String prompt(McpServer server, String name, Map<String, String> arguments) {
    var filled =
        there(server)
            .ask(client ->
                client.getPrompt(
                    McpSchema.GetPromptRequest.builder(name)
                        .arguments(Map.copyOf(arguments))
                        .build()));
    return filled.messages().stream()
        .map(message -> McpText.of(message.content()))
        .collect(Collectors.joining("\n\n"));
  }

  private @Nullable McpConnection connection(McpServerId id) {
    var one = kept.get(id);
    return one == null ? null : one.connection();
  }

  private McpConnection there(McpServer server) {
    var connection = connection(server.id());
    if (connection == null) {
      throw new ProblemException(new Problem.Unavailable(server.name() + " is switched off."));
    }
    return connection;
  }

  private Kept kept(McpServer server, Map<String, String> variables) {
    return kept.computeIfAbsent(
        server.id(),
        _ ->
            new Kept(
                server.owner(),
                new McpConnection(server.name(), way(server.place(), variables), patience)));
  }

  private Function<Runnable, McpClientTransport> way(Place place, Map<String, String> variables) {
    return switch (place) {
      case Place.Command(var words) -> gone -> new ProcessTransport(words, variables, gone);
      case Place.Address address ->
          _ -> new PostTransport(posts.apply(address), URI.create(address.url()), variables);
    };
  }

  private static List<McpStatus.Offer> offers(McpServer server, McpConnection connection) {
    return connection.tools().stream()
        .map(tool ->
            new McpStatus.Offer(
                McpNames.of(server.name(), tool.name()),
                McpText.beginning(text(tool.description()), LONGEST_DESCRIPTION),
                schema(tool)))
        .toList();
  }

  private static String schema(McpSchema.Tool tool) {
    try {
      var schema = McpJsonDefaults.getMapper().writeValueAsString(sorted(tool.inputSchema()));
      return schema.length() <= LONGEST_SCHEMA ? schema : "{\"type\":\"object\"}";
    } catch (IOException _) {
      return "{\"type\":\"object\"}";
    }
  }

  /// Some programs name the fields in another order each time they are started.
  private static @Nullable Object sorted(@Nullable Object json) {
    return switch (json) {
      case Map<?, ?> object -> {
        var fields = new TreeMap<String, @Nullable Object>();
        object.forEach((name, value) -> fields.put(String.valueOf(name), sorted(value)));
        yield fields;
      }
      case List<?> list -> list.stream().map(McpHub::sorted).toList();
      case null, default -> json;
    };
  }

  private static String hash(List<McpStatus.Offer> offers) {
    return Sha256.hex(
        offers.stream()
            .map(offer -> offer.name() + "\n" + offer.description() + "\n" + offer.schema())
            .collect(Collectors.joining("\n\n")));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
