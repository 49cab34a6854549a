package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.server.llm.gguf.TinyGguf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the choice of a file to the answer of the model in it, over HTTP.
class GgufTest {
  @TempDir Path models;
  private OutwardServer server;
  private TestClient owner;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = new OutwardServer(folder, _ -> List.of(InetAddress.ofLiteral("9.9.9.9")));
    owner = server.owner();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String add(Path file) {
    var path = file.toString().replace("\\", "\\\\");
    return "{\"kind\":\"gguf\",\"address\":\"%s\"}".formatted(path);
  }

  @Test
  void answersFromAFileThatTheOwnerChose() {
    var added = owner.post("/api/providers", add(TinyGguf.in(models)));
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(added.body())
        .contains("\"kind\":\"gguf\"", "\"name\":\"tiny\"", "\"contextWindow\":256")
        .contains("\"price\":{\"currency\":\"USD\",\"input\":0,\"output\":0,");
    var model = added.body().replaceAll(".*\"models\":\\[\\{\"id\":\"([^\"]*)\".*", "$1");
    var talk = TestClient.field(owner.post("/api/conversations", "{}").body(), "id");

    var turn =
        owner.post(
            "/api/conversations/" + talk + "/turns",
            "{\"text\":\"why\",\"model\":\"%s\"}".formatted(model));

    assertThat(turn.body())
        .contains("{\"event\":\"noted\",\"sentence\":\"tiny is being loaded (0.0 GB).\"")
        .contains("\"event\":\"text\"")
        .contains("\"event\":\"finished\"");
    assertThat(owner.get("/api/usage?by=model").body())
        .contains("\"of\":\"tiny\"", "\"estimated\":0", "\"cost\":0,", "\"unpriced\":0");
    assertThat(server.lookedUp()).isEmpty();
  }

  @Test
  void refusesWhatIsNoModel() {
    var answer = owner.post("/api/providers", add(models.resolve("none.gguf")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("There is no file here that can be read.");
  }
}
