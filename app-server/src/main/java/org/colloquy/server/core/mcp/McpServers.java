package org.colloquy.server.core.mcp;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.McpServerId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.RunningWork;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.mcp.McpServer.Place;
import org.colloquy.server.core.provider.Origin;
import org.colloquy.server.core.provider.SecretBox;

/// The servers of tools of an account. Other people's are not found. Only an owner may have a
/// program of this computer started, or a server of its network asked.
public final class McpServers implements RunningWork {
  private static final int MOST_WORDS = 50;
  private static final int LONGEST_WORD = 32_000;

  private final McpServerStore store;
  private final McpConnections connections;
  private final SecretBox box;
  private final Audit audit;
  private final InstantSource clock;
  private final Ids ids;

  public McpServers(
      McpServerStore store,
      McpConnections connections,
      SecretBox box,
      Audit audit,
      InstantSource clock,
      Ids ids) {
    this.store = store;
    this.connections = connections;
    this.box = box;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /// A server, and how it stands with it.
  ///
  /// @param variables the names of its environment or headers
  public record Shown(McpServer server, List<String> variables, McpStatus status) {}

  /// Oldest first.
  public List<Shown> all(Caller caller) {
    return store.of(caller.account()).stream().map(this::shown).toList();
  }

  /// Adds one that is a program of this computer. For owners.
  ///
  /// @param environment all that the program finds, beside where programs are
  public Shown addCommand(
      Caller caller, String name, List<String> command, Map<String, String> environment) {
    caller.require(Scope.ADMIN);
    new Rules()
        .expect(!command.isEmpty() && command.size() <= MOST_WORDS, "command", "It is missing.")
        .expect(
            command.stream()
                .allMatch(word ->
                    word.length() <= LONGEST_WORD
                        && word.chars().noneMatch(Character::isISOControl)),
            "command",
            "It is too long.")
        .expect(
            !command.isEmpty() && !command.getFirst().isBlank(), "command", "It names no program.")
        .check();
    return add(caller, name, new Place.Command(command), environment);
  }

  /// Adds one that is reached by an address. It may be inside when an owner says so.
  ///
  /// @param headers sent with every request
  public Shown addAddress(Caller caller, String name, String address, Map<String, String> headers) {
    new Rules()
        .expect(isWebAddress(address.strip()), "address", "This is no http or https address.")
        .check();
    boolean inside = caller.role() == AccountRole.OWNER;
    return add(caller, name, new Place.Address(address.strip(), inside), headers);
  }

  private Shown add(Caller caller, String name, Place place, Map<String, String> variables) {
    new Rules()
        .expect(
            name.matches("[a-z0-9][a-z0-9-]{0,19}"),
            "name",
            "It has up to 20 small letters, digits and hyphens.")
        .check();
    Variables.check(variables);
    var id = new McpServerId(ids.next());
    var open = new McpServer(id, caller.account(), name, place, true, null, "", clock.instant());
    try (var secret = Variables.written(variables)) {
      var server =
          new McpServer(
              id,
              open.owner(),
              name,
              place,
              true,
              null,
              box.seal(secret, open.owner(), open.bound()),
              open.addedAt());
      store.add(server);
      audit.note(caller.did(Action.MCP_SERVER_ADDED, id));
      connections.keep(server, variables);
      return shown(server);
    }
  }

  /// Switches it on or off.
  public Shown turn(Caller caller, McpServerId id, boolean on) {
    var server = get(caller, id);
    store.change(caller.account(), id, on, server.approved());
    return changed(caller, id);
  }

  /// Lets its tools be used, as its owner saw them.
  ///
  /// @param hash as [McpStatus] says it
  public Shown approve(Caller caller, McpServerId id, String hash) {
    var server = get(caller, id);
    if (!connections.status(server).hash().equals(hash) || hash.isEmpty()) {
      throw new ProblemException(new Problem.Conflict("list of tools"));
    }
    store.change(caller.account(), id, server.on(), hash);
    audit.note(caller.did(Action.MCP_TOOLS_APPROVED, id));
    return shown(get(caller, id));
  }

  /// Connects to it now, and tells what it has.
  public Shown test(Caller caller, McpServerId id) {
    var server = get(caller, id);
    return new Shown(server, names(server), connections.connect(server, opened(server)));
  }

  public void remove(Caller caller, McpServerId id) {
    if (!store.remove(caller.account(), id)) {
      throw notFound();
    }
    connections.drop(id);
    audit.note(caller.did(Action.MCP_SERVER_REMOVED, id));
  }

  public List<McpConnections.Resource> resources(Caller caller, McpServerId id) {
    return connections.resources(get(caller, id));
  }

  /// The text of a resource.
  public String read(Caller caller, McpServerId id, String uri) {
    return connections.read(get(caller, id), uri);
  }

  public List<McpConnections.Question> prompts(Caller caller, McpServerId id) {
    return connections.prompts(get(caller, id));
  }

  /// A question of its, filled in.
  public String prompt(Caller caller, McpServerId id, String name, Map<String, String> arguments) {
    return connections.prompt(get(caller, id), name, arguments);
  }

  /// Connects to all that are on. For the start.
  public void begin() {
    store.on().forEach(this::keep);
  }

  @Override
  public void stop(AccountId account) {
    connections.drop(account);
  }

  private static boolean isWebAddress(String address) {
    try {
      return Origin.of(new URI(address)).isPresent();
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private Shown changed(Caller caller, McpServerId id) {
    var server = get(caller, id);
    if (server.on()) {
      keep(server);
    } else {
      connections.drop(id);
    }
    return shown(server);
  }

  private void keep(McpServer server) {
    try {
      connections.keep(server, opened(server));
    } catch (ProblemException _) {
      // Its variables cannot be opened now; its status says that it is not there.
      connections.drop(server.id());
    }
  }

  private McpServer get(Caller caller, McpServerId id) {
    return store.find(caller.account(), id).orElseThrow(McpServers::notFound);
  }

  private Shown shown(McpServer server) {
    return new Shown(server, names(server), connections.status(server));
  }

  private List<String> names(McpServer server) {
    try {
      return List.copyOf(opened(server).keySet());
    } catch (ProblemException _) {
      return List.of(); // they cannot be opened now
    }
  }

  private Map<String, String> opened(McpServer server) {
    try (var secret = box.open(server.sealed(), server.owner(), server.bound())) {
      return Variables.read(secret);
    }
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("server"));
  }
}
