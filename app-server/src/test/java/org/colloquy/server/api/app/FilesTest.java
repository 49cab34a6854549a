package org.colloquy.server.api.app;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(owner.get(path).body()).isEqualTo("{\"files\":[" + uploaded.body() + "]}");

    owner.post(
        "/api/conversations/" + conversation.id() + "/turns",
        "{\"text\":\"What is this?\",\"model\":\"" + seeing() + "\"}");

    var asked = server.core().model().prompts().getLast().lines().getLast();
    assertThat(asked.pictures()).containsExactly(new Prompt.Picture("image/gif", "R0lGODlh"));
  }

  @Test
  void areWanted() {
    assertThat(upload(owner, "name=\"file\"", "no file").body()).contains("\"field\":\"file\"");
    assertThat(upload(owner, "name=\"other\"; filename=\"x\"", "x").statusCode()).isEqualTo(400);
    assertThat(owner.get(path).body()).isEqualTo("{\"files\":[]}");
  }

  @Test
  void areNotFoundInSomebodyElsesConversation() {
    var kari = server.member("kari");

    assertThat(upload(kari, "name=\"file\"; filename=\"x.gif\"", "GIF89a").statusCode())
        .isEqualTo(404);
    assertThat(kari.get(path).statusCode()).isEqualTo(404);
    assertThat(server.core().files()).doesNotExist();
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
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
