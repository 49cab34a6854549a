package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.server.core.audit.AuditEntry;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.llm.ScriptedProvider;
import org.colloquy.server.outbound.Trap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaysHereTest {
  private final InetAddress elsewhere = Trap.otherAddress();
  private ScriptedProvider outside;
  private ScriptedProvider inside;
  private String outsidePort;
  private OutwardServer server;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    var socket = new ServerSocket(0, 100, elsewhere);
    outsidePort = Integer.toString(socket.getLocalPort());
    outside = ScriptedProvider.start(socket, "http").says("From", " outside").lists("far");
    inside = ScriptedProvider.start().says("From", " inside").lists("near");
    server = new OutwardServer(folder, _ -> List.of(elsewhere));
  }

  @AfterEach
  void close() {
    server.close();
    outside.close();
    inside.close();
  }

  private String add(String address) {
    var added = server.owner().post("/api/providers", "{\"address\":\"%s\"}".formatted(address));
    assertThat(added.statusCode()).isEqualTo(201);
    return TestClient.field(added.body(), "id");
  }

  private int fetch(String provider) {
    return server.owner().post("/api/providers/" + provider + "/models", "{}").statusCode();
  }

  private String model(String provider) {
    var fetched = server.owner().post("/api/providers/" + provider + "/models", "{}").body();
    return TestClient.field(fetched.substring(fetched.indexOf("\"models\"")), "id");
  }

  private String ask(String model) {
    var chat = TestClient.field(server.owner().post("/api/conversations", "{}").body(), "id");
    var body =
        "{\"text\":\"Hello\"%s}".formatted(model.isEmpty() ? "" : ",\"model\":\"" + model + "\"");
    return server.owner().post("/api/conversations/" + chat + "/turns", body).body();
  }

  private String search() {
    var chat = server.owner().post("/chats/create", "{\"name\":\"Moons\"}").body();
    var id = TestClient.field(chat, "id");
    server
        .owner()
        .post(
            "/conversations/create",
            "{\"chat_id\":\"%s\",\"role\":\"Human\",\"message\":\"How many moons?\"}"
                .formatted(id));
    return server.owner().get("/conversations/inference_internet/" + id).body();
  }

  private void staysHere(boolean on) {
    var changed = server.owner().send("PUT", "/api/privacy", "{\"staysHere\":%s}".formatted(on));
    assertThat(changed.body()).isEqualTo("{\"staysHere\":%s}".formatted(on));
  }

  @Test
  void nothingLeavesThisMachineByAnyWay() {
    var named = add("http://llm.example:" + outsidePort + "/v1");
    var far = model(named);
    var near = model(add(inside.address()));
    assertThat(ask(far)).contains("outside");
    search();
    assertThat(server.lookedUp()).contains("llm.example", "html.duckduckgo.com");
    int reached = outside.acceptedConnections();
    assertThat(reached).isPositive();

    staysHere(true);
    server.lookedUp().clear();

    await().until(() -> outside.openConnections() == 0);
    assertThat(ask(far)).contains("\"problem\":\"unavailable\"", "Nothing leaves this machine");
    assertThat(fetch(named)).isEqualTo(503);
    assertThat(
            server
                .owner()
                .post(
                    "/api/keys/test",
                    "{\"provider\":\"%s\",\"secret\":\"sk-0123456789\"}".formatted(named))
                .statusCode())
        .isEqualTo(503);
    assertThat(
            server
                .owner()
                .post(
                    "/api/keys",
                    "{\"provider\":\"%s\",\"nickname\":\"a\",\"secret\":\"sk-0123456789\"}"
                        .formatted(named))
                .statusCode())
        .isEqualTo(201);
    assertThat(ask("")).contains("Nothing leaves this machine");
    assertThat(fetch(add("http://new.example:" + outsidePort + "/v1"))).isEqualTo(503);
    assertThat(fetch(add("http://" + elsewhere.getHostAddress() + ":" + outsidePort + "/v1")))
        .isEqualTo(503);
    assertThat(search()).contains("Nothing leaves this machine, so the internet was not searched");
    assertThat(server.lookedUp()).isEmpty();
    assertThat(outside.acceptedConnections()).isEqualTo(reached);

    assertThat(ask(near)).contains("inside", "finished");

    staysHere(false);
    assertThat(ask(far)).contains("outside");
    assertThat(server.audited())
        .filteredOn(entry -> entry.action().equals("STAYS_HERE_CHANGED"))
        .extracting(AuditEntry::object)
        .containsExactly("on", "off");
  }

  @Test
  void endsWhatGoesOnWithOthersAndNothingElse() throws InterruptedException {
    var far = model(add("http://" + elsewhere.getHostAddress() + ":" + outsidePort + "/v1"));
    var near = model(add(inside.address()));
    var outsideGate = new Gate();
    var insideGate = new Gate();
    outside.forgets().says("From", " outside").pausesAfter(1, outsideGate);
    inside.forgets().says("From", " inside").pausesAfter(1, insideGate);
    var answers = new String[2];
    var asksOutside = Thread.ofVirtual().start(() -> answers[0] = ask(far));
    var asksInside = Thread.ofVirtual().start(() -> answers[1] = ask(near));
    outsideGate.awaitReached();
    insideGate.awaitReached();

    staysHere(true);
    asksOutside.join();
    insideGate.open();
    asksInside.join();
    outsideGate.open();

    assertThat(answers[0])
        .contains("\"text\":\"From\"", "\"event\":\"failed\"", "Nothing leaves this machine")
        .doesNotContain("outside\"");
    assertThat(answers[1]).contains("inside", "\"event\":\"finished\"");
  }

  @Test
  void isStillSwitchedOnAfterTheNextStart() {
    staysHere(true);
    server.core().privacy().prepare();

    assertThat(server.owner().get("/api/privacy").body()).isEqualTo("{\"staysHere\":true}");
  }
}
