package org.colloquy.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.colloquy.server.llm.ScriptedProvider;
import org.colloquy.server.tool.web.ScriptedWeb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebSearchTest {
  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path folder;

  /// Asks in a new chat, with a look in the internet, and returns the answer.
  private String ask(ServerProcess server, String question)
      throws IOException, InterruptedException {
    var chat = server.post("/chats/create", "", "{\"name\":\"Moons\"}").body();
    var id = json.readTree(chat).get("id").asText();
    server.post(
        "/conversations/create",
        "",
        "{\"chat_id\":\"%s\",\"role\":\"Human\",\"message\":\"%s\"}".formatted(id, question));
    return server.get("/conversations/inference_internet/" + id, "").body();
  }

  @Test
  void asksTheOwnersEngineButReadsNoPagesOfThisComputer() throws Exception {
    try (var web = new ScriptedWeb();
        var provider = ScriptedProvider.start().says("Ninety-five")) {
      web.html("/secret", "<p>Jupiter's secret moons.")
          .page(
              "/search",
              "application/json",
              """
              {"results": [{"url": "%s", "title": "Moons", "content": "Jupiter has 95 moons."}]}
              """
                  .formatted(web.at("localhost", "/secret"))
                  .getBytes(UTF_8));
      var environment =
          Map.of(
              "OPENAI_BASE_URL",
              provider.address(),
              "OPENAI_API_KEY",
              "sk-abcdefgh1234",
              "COLLOQUY_SEARCH_ENGINE",
              "searxng",
              "COLLOQUY_SEARCH_ADDRESS",
              web.at("localhost", "/").toString());
      try (var server = ServerProcess.serve(folder, environment)) {
        var answer = ask(server, "How many moons has Jupiter?");

        assertThat(answer)
            .contains("data: Found 1 page: " + web.at("localhost", "/secret"), "data: Ninety-five");
        assertThat(web.requests())
            .singleElement()
            .satisfies(request -> {
              assertThat(request.target().getPath()).isEqualTo("/search");
              assertThat(request.target().getQuery()).contains("q=How+many+moons+has+Jupiter?");
              assertThat(request.header("User-agent")).matches("Colloquy/\\d+\\.\\d+\\.\\d+\\S*");
            });
        assertThat(provider.requests().getLast().body())
            .contains("> Jupiter has 95 moons.")
            .doesNotContain("secret moons");
      }
    }
  }

  @Test
  void answersWithoutTheInternet() throws Exception {
    var environment = Map.of("COLLOQUY_SEARCH_ADDRESS", "http://localhost:1");
    try (var server = ServerProcess.serve(folder, environment)) {
      assertThat(ask(server, "How many moons has Jupiter?"))
          .contains(
              "data: The internet cannot be reached: no answer from DuckDuckGo;"
                  + " answering from what is here.",
              "event: done");
    }
  }

  @Test
  void sendsNothingAwayWhenSearchingIsSwitchedOff() throws Exception {
    try (var web = new ScriptedWeb()) {
      var environment =
          Map.of(
              "COLLOQUY_SEARCH_ENGINE",
              "none",
              "COLLOQUY_SEARCH_ADDRESS",
              web.at("localhost", "/").toString());
      try (var server = ServerProcess.serve(folder, environment)) {
        assertThat(ask(server, "How many moons has Jupiter?"))
            .contains("data: Searching the internet is switched off", "event: done");
        assertThat(web.requests()).isEmpty();
      }
    }
  }
}
