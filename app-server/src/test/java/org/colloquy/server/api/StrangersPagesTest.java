package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.server.TestServer;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.config.SharingConfig;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What pages in a real browser can do with the server, on whose computer they are shown.
class StrangersPagesTest {
  private static final String SITE = "attacker.example";
  private static final String REBOUND = "rebound.example";

  private final ScriptedChatModel model = ScriptedChatModel.saying("Precious answer");
  private ForeignSite site;
  private TestServer server;
  private Everywhere owner;
  private String chat;

  @BeforeEach
  void start() throws IOException {
    site = new ForeignSite();
    server = TestServer.with(model, allowing("http://localhost:" + site.port() + "/unused"));
    ready();
  }

  private void ready() {
    owner = new Everywhere(server.owner());
    chat = owner.send("POST", "/chats/create", "{'name':'Precious'}").get("id").asText();
    owner.send(
        "POST",
        "/conversations/create",
        "{'chat_id':'%s','role':'Human','message':'Precious question'}".formatted(chat));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    site.close();
  }

  @Test
  void aPageOfAnotherSiteReadsAndChangesNothing() throws Exception {
    attackFrom("http://" + SITE + ":" + site.port(), "http://localhost:" + server.port());
  }

  @Test
  void aPageOfAnotherProgramOnThisComputerReadsAndChangesNothing() throws Exception {
    attackFrom("http://localhost:" + site.port(), "http://127.0.0.1:" + server.port());
    attackFrom("http://localhost:" + site.port(), "http://localhost:" + server.port());
  }

  private void attackFrom(String origin, String target) throws Exception {
    var before = everything();

    var tried = show(origin + "/attack.html", target);

    assertThat(tried).hasSizeGreaterThan(300);
    assertThat(tried.stream().filter(one -> !one.path("read").isNull())).isEmpty();
    assertThat(everything()).isEqualTo(before);
    assertThat(model.prompts()).isEmpty();
  }

  /// Its name leads to this computer as soon as the page is there, so that the browser takes the
  /// page and the server for one.
  @Test
  void aPageThatTookThisServersAddressReadsNothingButRefusals() throws Exception {
    var before = everything();
    var origin = "http://" + REBOUND + ":" + server.port();

    var tried = show(origin + "/attack.html", origin);

    var read = tried.stream().map(one -> one.path("read")).filter(one -> !one.isNull()).toList();
    assertThat(read).hasSizeGreaterThan(100);
    assertThat(read)
        .allSatisfy(
            one -> assertThat(one.asText()).contains("this server does not go by that name"));
    assertThat(everything()).isEqualTo(before);
    assertThat(model.prompts()).isEmpty();
  }

  @Test
  void aPageOfAnAllowedOriginReadsAndWrites() throws Exception {
    server.close();
    server = TestServer.with(model, allowing("http://localhost:" + site.port()));
    ready();

    var tried =
        show("http://localhost:" + site.port() + "/guest.html", "http://localhost:" + server.port())
            .stream()
            .collect(
                Collectors.toMap(
                    one -> one.path("name").asText(), one -> one.path("read").asText()));

    assertThat(tried.get("read")).startsWith("200 ").contains("Precious");
    assertThat(tried.get("write")).startsWith("201 ").contains("By a guest");
    assertThat(tried.get("refused")).startsWith("401 ");
    assertThat(owner.get("/chats").toString()).contains("By a guest");
  }

  private List<JsonNode> show(String page, String target) throws Exception {
    var names =
        "MAP %s 127.0.0.1, MAP %s:%d 127.0.0.1:%d"
            .formatted(SITE, REBOUND, server.port(), site.reboundPort());
    var address =
        "%s?target=%s&chat=%s&home=http://localhost:%d".formatted(page, target, chat, site.port());
    try (var _ = Chromium.open(address, names)) {
      return Everywhere.json(site.report()).valueStream().toList();
    }
  }

  /// What the owner and everybody else has here.
  private Map<String, String> everything() {
    var stored =
        Stream.of(
                "/api/conversations",
                "/api/conversations/" + chat + "/messages",
                "/api/settings",
                "/api/providers",
                "/api/keys",
                "/api/server",
                "/users",
                "/conversations")
            .collect(Collectors.toMap(path -> path, path -> owner.get(path).toString()));
    stored.put("audited", server.core().audited().toString());
    return stored;
  }

  private static ServerConfig allowing(String origin) {
    var usual = ServerConfig.in(Path.of("unused"), Path.of("unused"));
    return new ServerConfig(
        usual.folder(),
        usual.port(),
        usual.portTaken(),
        List.of(origin),
        usual.openAiAddress(),
        usual.openAiKey(),
        usual.leaving(),
        usual.systemMessages(),
        usual.answersAtOnce(),
        usual.search(),
        usual.keys(),
        usual.files(),
        usual.localServers(),
        SharingConfig.USUAL,
        usual.operation());
  }
}
