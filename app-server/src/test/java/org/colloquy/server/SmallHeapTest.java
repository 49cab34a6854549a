package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server whose heap is smaller than what it is sent.
class SmallHeapTest {
  private static final Map<String, String> SMALL = Map.of("JAVA_TOOL_OPTIONS", "-Xmx96m");
  private static final String HEAD =
      "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large\"\r\n\r\n";
  private static final String TAIL = "\r\n--B--\r\n";
  private static final long MEBIBYTE = 1024 * 1024;
  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  /// A form with a file of so many bytes.
  private static InputStream form(long size) {
    var content =
        new InputStream() {
          private long left = size;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] bytes, int from, int most) {
            int given = (int) Math.min(left, most);
            left -= given;
            return given == 0 && most > 0 ? -1 : given;
          }
        };
    return new SequenceInputStream(
        Collections.enumeration(List.of(bytes(HEAD), content, bytes(TAIL))));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static BodyPublisher chunked(long size) {
    return BodyPublishers.ofInputStream(() -> form(size));
  }

  private static BodyPublisher measured(long size) {
    return BodyPublishers.fromPublisher(chunked(size), HEAD.length() + size + TAIL.length());
  }

  private HttpResponse<String> upload(ServerProcess server, String token, BodyPublisher body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(server.address() + "/upload/talk"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(body)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void takesFilesThatAreLargerThanItsHeapAndRefusesThoseThatAreTooLarge()
      throws IOException, InterruptedException {
    try (var server = ServerProcess.serve(folder, SMALL)) {
      var token = Newcomer.joins(server);

      assertThat(upload(server, token, measured(128 * MEBIBYTE)).statusCode()).isEqualTo(200);
      assertThat(upload(server, token, chunked(257 * MEBIBYTE)).statusCode()).isEqualTo(413);
      assertThat(server.get("/api/conversations", token).statusCode()).isEqualTo(200);
    }
  }
}
