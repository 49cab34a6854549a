package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.McpServerId;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.mcp.McpServer;
import org.colloquy.server.core.mcp.McpServer.Place;
import org.junit.jupiter.api.Test;

class JdbiMcpServerStoreTest extends StoreTest {
  private final JdbiMcpServerStore servers = new JdbiMcpServerStore(database);

  JdbiMcpServerStoreTest(Kind kind) {
    super(kind);
  }

  private McpServer server(AccountId owner, String name, Place place) {
    return new McpServer(new McpServerId(next()), owner, name, place, true, null, "sealed", NOON);
  }

  @Test
  void keepsServersOfEachAccountInOrder() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var program = server(ada, "one", new Place.Command(List.of("run it", "--all", "")));
    var others = server(bob, "one", new Place.Address("https://a.example/mcp", true));
    var address = server(ada, "two", new Place.Address("https://b.example/mcp", false));
    List.of(program, others, address).forEach(servers::add);

    assertThat(servers.of(ada)).containsExactly(program, address);
    assertThat(servers.of(bob)).containsExactly(others);
    assertThat(servers.find(ada, address.id())).contains(address);
    assertThat(servers.find(bob, address.id())).isEmpty();
    assertThat(Problems.of(() -> servers.add(server(ada, "one", address.place()))))
        .isEqualTo(new Problem.Conflict("name"));
  }

  @Test
  void changesAndForgetsOnlyItsOwnersServer() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var server = server(ada, "one", new Place.Command(List.of("x")));
    servers.add(server);

    assertThat(servers.change(bob, server.id(), false, "hash")).isFalse();
    assertThat(servers.on()).containsExactly(server);
    assertThat(servers.change(ada, server.id(), false, "hash")).isTrue();
    assertThat(servers.on()).isEmpty();
    assertThat(servers.of(ada).getFirst().approved()).isEqualTo("hash");
    assertThat(servers.remove(bob, server.id())).isFalse();
    assertThat(servers.remove(ada, server.id())).isTrue();
    assertThat(servers.of(ada)).isEmpty();
  }
}
