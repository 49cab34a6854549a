package org.colloquy.server.api.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.attachment.FileLimits;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.http.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files sent to `/upload/...`, and the running table they appear in.
class UploadsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String ID = "109c3d13-843b-42d9-b844-3e2f232a07c0";
  private static final String END = "\r\n--B--\r\n";

  private final TestServer server =
      TestServer.with(
          new ScriptedChatModel(
              ScriptedReply.fails(new Problem.Upstream("OpenAI", UpstreamFault.FAILED, 500, ""))));
  private final TestClient kari = server.member("kari");

  @AfterEach
  void close() {
    server.close();
  }

  private static String part(String disposition, String content) {
    return "--B\r\nContent-Disposition: form-data; "
        + disposition
        + "\r\nContent-Type: text/csv\r\n\r\n"
        + content;
  }

  private static String file(String name, String content) {
    return part("name=\"file\"; filename=\"" + name + "\"", content) + END;
  }

  private record Said(int status, String body) {}

  private Said upload(TestClient client, String id, String body) {
    return post(client, id, BodyPublishers.ofString(body));
  }

  private Said post(TestClient client, String id, HttpRequest.BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/upload/" + id))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + client.token())
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(body)
            .build();
    try {
      var answer = HTTP.send(request, BodyHandlers.ofString());
      return new Said(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private List<Path> kept() {
    return server.core().kept();
  }

  private static String row(int number, String name) {
    return "{\"rowid\":%d,\"type\":\"userinput\",\"description\":\"User uploads file '%s', saving location is in this row.\"}"
        .formatted(number, name);
  }

  @Test
  void isDownloadedThroughTheUserChatApiByItsSenderAlone() {
    assertThat(upload(kari, ID, file("møte 1.csv", "a,b\n1,2\n")).status()).isEqualTo(200);
    var sender = server.core().core().sessions().caller(kari.token(), Visitor.PROGRAM);
    var number =
        server
            .core()
            .core()
            .attachments()
            .of(sender, new ConversationId(UUID.fromString(ID)))
            .getFirst()
            .number();
    var path = "/chat/getCSVFile/" + number + "/download";

    var answer = kari.get(path);

    assertThat(answer.body()).isEqualTo("a,b\n1,2\n");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''m%C3%B8te%201.csv");
    assertThat(server.owner().get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void keepsAFileAndShowsItInTheRunningTable() throws IOException {
    var content = "depth,value\r\n1,2\r\næ🙂--B is no boundary here";

    assertThat(upload(kari, ID, file("testing features data.csv", content)))
        .isEqualTo(
            new Said(
                200, "{\"message\":\"File uploaded successfully!\",\"file_path_db_rowid\":1}"));

    assertThat(kari.get("/db/" + ID).body())
        .isEqualTo("[" + row(1, "testing features data.csv") + "]");
    assertThat(Files.readString(kept().getFirst())).isEqualTo(content);
    assertThat(kept().getFirst().getFileName()).hasToString(Sha256.hex(content));
  }

  @Test
  void countsWhatIsShownOnly() {
    upload(kari, ID, file("one.csv", "1"));
    try (var socket =
        SocketClient.open(server.port(), "?token=" + kari.token() + "&conversationID=" + ID)) {
      socket.ask("fail, and leave a note").goodbye();
    }

    assertThat(upload(kari, ID, file("two.csv", "2")).body()).contains("\"file_path_db_rowid\":2");
    assertThat(kari.get("/db/" + ID).body())
        .isEqualTo("[" + row(1, "one.csv") + "," + row(2, "two.csv") + "]");
    var owner = kari.get("/api/conversations/" + ID + "/activity").body();
    assertThat(owner).contains("\"kind\":\"turn\"").contains("\"kind\":\"upload\"");
  }

  @ParameterizedTest
  @CsvSource({
    "../../x.csv, x.csv",
    "/etc/passwd, passwd",
    "C:\\dir\\y.csv, y.csv",
    "tab\tand\u202Eright-to-left.csv, tabandright-to-left.csv",
    "'  ', file",
    ".., file",
    "日本語 🙂.csv, 日本語 🙂.csv",
  })
  void showsTheLastPartOfANameAndUsesItForNothing(String sent, String shown) {
    assertThat(upload(kari, ID, file(sent, "x")).status()).isEqualTo(200);

    assertThat(kari.get("/db/" + ID).body()).isEqualTo("[" + row(1, shown) + "]");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void findsTheFileAmongOtherParts() {
    var body =
        part("name=\"note\"", "before")
            + "\r\n"
            + part("name=\"other\"; filename=\"o.csv\"", "other")
            + "\r\n"
            + file("x.csv", "x");

    assertThat(upload(kari, ID, body).status()).isEqualTo(200);
    assertThat(kari.get("/db/" + ID).body()).isEqualTo("[" + row(1, "x.csv") + "]");
  }

  @Test
  void wantsAFileInThatField() {
    var missing =
        "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"file\"],"
            + "\"msg\":\"Field required\",\"input\":null}]}";
    var text =
        "{\"detail\":[{\"type\":\"value_error\",\"loc\":[\"body\",\"file\"],\"msg\":\"Value error,"
            + " Expected UploadFile, received: <class 'str'>\",\"input\":\"a"
            + " text\",\"ctx\":{\"error\":{}}}]}";

    assertThat(upload(kari, ID, part("name=\"other\"; filename=\"o.csv\"", "x") + END))
        .isEqualTo(new Said(422, missing));
    assertThat(upload(kari, ID, part("name=\"file\"", "a text") + END))
        .isEqualTo(new Said(422, text));
    assertThat(kari.get("/db/" + ID).body()).isEqualTo("[]");
    assertThat(kept()).isEmpty();
  }

  @Test
  void keepsNothingOfABodyThatBreaksOff() {
    var whole = file("x.csv", "x".repeat(100_000));

    assertThat(upload(kari, ID, whole.substring(0, 50_000)).status()).isEqualTo(422);
    assertThat(kept()).isEmpty();
    assertThat(kari.get("/db/" + ID).body()).isEqualTo("[]");
  }

  @Test
  void keepsNothingWhenTheSenderGoesAway() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var head =
          "POST /upload/"
              + ID
              + " HTTP/1.1\r\nHost: localhost:"
              + server.port()
              + "\r\nAuthorization: Bearer "
              + kari.token()
              + "\r\n"
              + "Content-Type: multipart/form-data; boundary=B\r\n"
              + "Content-Length: 1000000\r\n\r\n";
      var begin = file("x.csv", "x".repeat(200_000));
      socket
          .getOutputStream()
          .write((head + begin.substring(0, 200_000)).getBytes(StandardCharsets.US_ASCII));
      await().until(() -> kept().size() == 1);
    }
    await().until(() -> kept().isEmpty());
  }

  @Test
  void refusesAFileThatIsTooLargeBeforeItIsKept() {
    long size = FileLimits.USUAL.largestFile() + 2 * 1024 * 1024;
    var piece = new byte[64 * 1024];
    var body = BodyPublishers.ofByteArrays(Collections.nCopies((int) (size / piece.length), piece));
    var publisher = BodyPublishers.fromPublisher(body, size);

    assertThat(post(kari, ID, publisher))
        .isEqualTo(new Said(413, "{\"detail\":\"That is too large: at most 268435456 bytes.\"}"));
    assertThat(kept()).isEmpty();
  }

  @Test
  void doesNotFindSomebodyElsesConversation() {
    upload(kari, ID, file("x.csv", "x"));
    var ole = server.member("ole");

    assertThat(upload(ole, ID, file("y.csv", "y")))
        .isEqualTo(new Said(404, "{\"detail\":\"Not Found\"}"));
    assertThat(ole.get("/db/" + ID).body()).isEqualTo("[]");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void isAtNoPublicAddress() {
    upload(kari, ID, file("x.csv", "secret"));
    var name = kept().getFirst().getFileName().toString();

    for (var path :
        List.of("/upload/" + ID, "/static/" + name, "/blobs/" + name, "/api/files/" + name)) {
      assertThat(kari.get(path).body()).doesNotContain("secret");
    }
    var attachments = server.core().stores().attachments();
    var conversation = new ConversationId(Exchange.uuid(ID).orElseThrow());
    assertThat(attachments.of(conversation).getFirst().mediaType()).isEqualTo("text/csv");
  }

  @Test
  void signsInWithAMultipartForm() {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/auth/jwt/login"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(
                BodyPublishers.ofString(
                    part("name=\"username\"", "kari@example.org")
                        + "\r\n"
                        + part("name=\"password\"", "a good password")
                        + END))
            .build();
    try {
      assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
