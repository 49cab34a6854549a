package org.colloquy.server.api.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.colloquy.model.Ability;
import org.colloquy.model.Conversation;
import org.colloquy.model.ModelId;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that are attached in the window.
class FilesTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final TestServer server = TestServer.with(ScriptedChatModel.saying("A cell."));
  private final TestClient owner = server.owner();
  private final Conversation conversation =
      server.core().core().conversations().create(server.core().owner(), "cells");
  private final String path = "/api/conversations/" + conversation.id() + "/files";

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void showThePictureToTheModelWithTheNextQuestion() {
    var uploaded = upload(owner, "name=\"file\"; filename=\"C:\\cell.gif\"", "GIF89a");

    assertThat(uploaded.statusCode()).isEqualTo(201);
    assertThat(uploaded.body()).contains("\"name\":\"cell.gif\"", "\"size\":6");
    var withoutReading = uploaded.body().substring(0, uploaded.body().indexOf(",\"reading\""));
    assertThat(owner.get(path).body()).startsWith("{\"files\":[" + withoutReading);

    owner.post(
        "/api/conversations/" + conversation.id() + "/turns",
        "{\"text\":\"What is this?\",\"model\":\"" + seeing() + "\"}");

    var asked = server.core().model().prompts().getLast().lines().getLast();
    assertThat(asked.pictures()).containsExactly(new Prompt.Picture("image/gif", "R0lGODlh"));
  }

  @Test
  void areFoundInWhicheverConversationTheyAre() {
    upload(owner, "name=\"file\"; filename=\"cell.gif\"", "GIF89a");

    var found = owner.get("/api/files?query=CELL&limit=5").body();

    assertThat(found)
        .contains("\"name\":\"cell.gif\"", "\"title\":\"cells\"", conversation.id().toString());
    assertThat(owner.get("/api/files?query=snow").body()).isEqualTo("{\"files\":[]}");
    assertThat(server.member("eve").get("/api/files").body()).isEqualTo("{\"files\":[]}");
    assertThat(owner.get("/api/files?before=x").body()).contains("\"field\":\"before\"");
    assertThat(owner.get("/api/files?query=" + "x".repeat(201)).body())
        .contains("\"field\":\"query\"");
  }

  @Test
  void areWanted() {
    assertThat(upload(owner, "name=\"file\"", "no file").body()).contains("\"field\":\"file\"");
    assertThat(upload(owner, "name=\"other\"; filename=\"x\"", "x").statusCode()).isEqualTo(400);
    assertThat(owner.get(path).body()).isEqualTo("{\"files\":[]}");
  }

  private HttpResponse<String> download(TestClient client, String id, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + client.port() + "/api/files/" + id))
            .header("Authorization", "Bearer " + client.token());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  private String attach(String name, String content) {
    return TestClient.field(
        upload(owner, "name=\"file\"; filename=\"" + name + "\"", content).body(), "id");
  }

  @Test
  void areGivenBackAsDownloadsAndNothingElse() {
    var id = attach("<b>page</b>.html", "<html><script>alert(1)</script></html>");

    var answer = download(owner, id);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<html><script>alert(1)</script></html>");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(answer.headers().firstValue("Content-Length")).contains("38");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''b%3E.html");
    assertThat(owner.get(path).body()).contains("\"mediaType\":\"text/html\"");
  }

  @Test
  void areFoundByWhatStandsInThem() {
    var id = attach("cells.txt", "A cell has a wall.\fNerves have none.");

    var search = "/api/search?q=nerves&kind=file&type=text%2Fplain";
    await().until(() -> owner.get(search).body().contains(id));

    assertThat(owner.get(search).body())
        .contains("\"file\":{\"name\":\"cells.txt\",\"page\":2,\"label\":\"2\"}")
        .contains(
            "\"excerpt\":{\"text\":\"Nerves have none.\",\"marks\":[{\"start\":0,\"end\":6}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=2-4, 206, cde, bytes 2-4/10",
    "bytes=7-, 206, hij, bytes 7-9/10",
    "bytes=-3, 206, hij, bytes 7-9/10",
    "bytes=5-99, 206, fghij, bytes 5-9/10",
    "bytes=-99, 200, abcdefghij, ''",
    "bytes=0-9, 200, abcdefghij, ''",
    "'bytes=0-1,3-4', 200, abcdefghij, ''",
    "bytes=4-2, 200, abcdefghij, ''",
    "bytes=-, 200, abcdefghij, ''",
    "lines=1-2, 200, abcdefghij, ''",
    "bytes=10-, 416, '', bytes */10",
    "bytes=-0, 416, '', bytes */10",
  })
  void areGivenInPartsToo(String range, int status, String body, String told) {
    var answer = download(owner, attach("x.txt", "abcdefghij"), "Range", range);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.headers().firstValue("Content-Range").orElse("")).isEqualTo(told);
    assertThat(answer.headers().firstValue("Content-Length"))
        .contains(Integer.toString(body.length()));
  }

  @Test
  void areRemovedForGood() {
    var id = attach("x.txt", "away with it");

    assertThat(owner.send("DELETE", path + "/" + id, "").statusCode()).isEqualTo(204);

    assertThat(owner.get(path).body()).isEqualTo("{\"files\":[]}");
    assertThat(download(owner, id).statusCode()).isEqualTo(404);
    assertThat(owner.send("DELETE", path + "/" + id, "").statusCode()).isEqualTo(404);
    assertThat(server.core().kept()).isEmpty();
    assertThat(owner.get("/api/conversations/" + conversation.id() + "/activity").body())
        .contains("User uploads file 'x.txt'");
  }

  @Test
  void areNeitherGivenToNorRemovedBySomebodyElse() {
    var kari = server.member("kari");
    var id = attach("x.txt", "secret");

    assertThat(download(kari, id).statusCode()).isEqualTo(404);
    assertThat(kari.send("DELETE", path + "/" + id, "").statusCode()).isEqualTo(404);
    assertThat(download(owner, "..%2F..%2Fetc%2Fpasswd").statusCode()).isEqualTo(404);
    assertThat(download(owner, id).body()).isEqualTo("secret");
  }

  @Test
  void areNotFoundInSomebodyElsesConversation() {
    var kari = server.member("kari");

    assertThat(upload(kari, "name=\"file\"; filename=\"x.gif\"", "GIF89a").statusCode())
        .isEqualTo(404);
    assertThat(kari.get(path).statusCode()).isEqualTo(404);
    assertThat(server.core().kept()).isEmpty();
  }

  /// A model that is known to look at pictures.
  private ModelId seeing() {
    var core = server.core();
    return core.core().providers().openAi(core.owner()).models().stream()
        .filter(model -> model.facts().can(Ability.IMAGES))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private HttpResponse<String> upload(TestClient client, String disposition, String content) {
    var body =
        "--B\r\nContent-Disposition: form-data; "
            + disposition
            + "\r\nContent-Type: image/gif\r\n\r\n"
            + content
            + "\r\n--B--\r\n";
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + client.port() + path))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + client.token())
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(BodyPublishers.ofString(body));
    return send(request);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
