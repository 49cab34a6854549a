package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.attachment.FileLimits;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever sends too much hears why, although most programs listen only when all of it is sent.
class LargeUploadsTest {
  private static final int MEBIBYTE = 1024 * 1024;

  /// More than fits into all buffers between the two sides, many times.
  private static final int SENT = 96 * MEBIBYTE;

  private static final String WHY = "That is too large: at most 1048576 bytes.";
  private static final byte[] HEAD =
      "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large\"\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TAIL = "\r\n--B--\r\n".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  private final TestServer server =
      TestServer.taking(FileLimits.ofMebibytes(1, 1_000), ScriptedChatModel.saying("x"));
  private final TestClient owner = server.owner();
  private final String talk =
      server.core().core().conversations().create(server.core().owner(), "talk").id().toString();

  @AfterEach
  void close() {
    server.close();
  }

  private String address(String door) {
    var path = door.equals("upload") ? "/upload/talk" : "/api/conversations/" + talk + "/files";
    return "http://localhost:" + server.port() + path;
  }

  private static InputStream form() {
    var content =
        Stream.<InputStream>generate(() -> new ByteArrayInputStream(new byte[MEBIBYTE]))
            .limit(SENT / MEBIBYTE)
            .toList();
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(HEAD),
                new SequenceInputStream(Collections.enumeration(content)),
                new ByteArrayInputStream(TAIL))));
  }

  @ParameterizedTest
  @CsvSource({"upload, measured", "upload, chunked", "files, measured", "files, chunked"})
  void areRefusedSoThatJavaHearsIt(String door, String how)
      throws IOException, InterruptedException {
    BodyPublisher chunked = BodyPublishers.ofInputStream(LargeUploadsTest::form);
    var body =
        how.equals("chunked")
            ? chunked
            : BodyPublishers.fromPublisher(chunked, HEAD.length + (long) SENT + TAIL.length);

    var answer = send(door, body);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains(WHY);
  }

  @ParameterizedTest
  @CsvSource({"upload, keep-alive", "upload, close", "files, keep-alive", "files, close"})
  void areRefusedSoThatWhoListensOnlyAtTheEndHearsIt(String door, String connection)
      throws IOException {
    var head =
        """
        POST %s HTTP/1.1\r
        Host: localhost:%d\r
        Authorization: Bearer %s\r
        Content-Type: multipart/form-data; boundary=B\r
        Content-Length: %d\r
        Connection: %s\r
        \r
        """
            .formatted(
                URI.create(address(door)).getPath(),
                server.port(),
                owner.token(),
                HEAD.length + (long) SENT + TAIL.length,
                connection);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        var content = form()) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      content.transferTo(socket.getOutputStream());

      socket.shutdownOutput(); // so that the server ends the connection, too
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 413").contains(WHY);
    }
  }

  private HttpResponse<String> send(String door, BodyPublisher body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address(door)))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + owner.token())
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(body)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "upload, asks first",
    "upload, sends at once",
    "upload, does not know how much",
    "files, asks first",
    "files, sends at once",
    "files, does not know how much",
  })
  void areRefusedSoThatCurlHearsIt(String door, String how)
      throws IOException, InterruptedException {
    assumeTrue(isInstalled("curl"), "There is no curl.");
    var file = folder.resolve("large");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(SENT);
    }
    var expectation = how.equals("asks first") ? "Expect: 100-continue" : "Expect:";
    var source = how.equals("does not know how much") ? "-" : file.toString();
    var curl =
        new ProcessBuilder(
                List.of(
                    "curl",
                    "--silent",
                    "--show-error",
                    "--max-time",
                    "60",
                    "--header",
                    expectation,
                    "--header",
                    "Authorization: Bearer " + owner.token(),
                    "--form",
                    "file=@" + source + ";filename=large",
                    "--write-out",
                    "\n%{http_code}",
                    address(door)))
            .redirectErrorStream(true)
            .redirectInput(file.toFile())
            .start();

    var said = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said).contains(WHY).endsWith("\n413");
    assertThat(curl.waitFor()).isZero();
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
