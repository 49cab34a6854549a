package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.colloquy.server.llm.ScriptedProvider;
import org.colloquy.server.storage.Postgres;
import org.colloquy.server.storage.bucket.S3Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that keep contents of files in a bucket.
class ContentsInABucketTest {
  private static final String TEXT = "place,metres\nBergen,1.2\nBodø,2.4\n";
  private static final String SECRET = "veldig-geheim";
  private static final String FORBIDDEN = "<Error><Code>SignatureDoesNotMatch</Code></Error>";

  private final ObjectMapper json = new ObjectMapper();
  private final String database = Postgres.address();
  private final String bucket = S3Server.bucket();

  @TempDir Path room;

  private Map<String, String> surroundings(String name) {
    return surroundings(name, S3Server.port());
  }

  private Map<String, String> surroundings(String name, int port) {
    var surroundings = new HashMap<String, String>();
    surroundings.put("COLLOQUY_DB", database);
    surroundings.put("COLLOQUY_SHARED_FOLDER", room.resolve("shared").toString());
    surroundings.put("COLLOQUY_KEY_FILE", room.resolve("keys").resolve("key").toString());
    surroundings.put(
        "COLLOQUY_CONTENTS", "s3://%s/lab?endpoint=http://127.0.0.1:%d".formatted(name, port));
    surroundings.put("AWS_ACCESS_KEY_ID", "lab");
    surroundings.put("AWS_SECRET_ACCESS_KEY", SECRET);
    return surroundings;
  }

  private String verified() throws IOException, InterruptedException {
    var data = room.resolve("one").toString();
    try (var verify = ServerProcess.run(surroundings(bucket), "verify", "--data", data)) {
      return verify.output();
    }
  }

  @Test
  void findEachOthersAndVerifyThem() throws Exception {
    String path;
    try (var one = ServerProcess.serve(room.resolve("one"), surroundings(bucket));
        var other = ServerProcess.serve(room.resolve("other"), surroundings(bucket))) {
      var token = Newcomer.joins(one);
      var made = one.post("/api/conversations", token, "{\"title\":\"Tides\"}").body();
      var conversation = "/api/conversations/" + json.readTree(made).get("id").asText();

      var uploaded = one.upload(conversation + "/files", token, "tide.csv", TEXT);

      assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
      path = "/api/files/" + json.readTree(uploaded.body()).get("id").asText();
      assertThat(other.get(path, token).body()).isEqualTo(TEXT);
      assertThat(verified()).contains("Files: 1.", "Everything is in order.");
    }
    assertThat(room.resolve("shared").resolve("blobs")).doesNotExist();
    try (var files = Files.walk(room.resolve("one").resolve("blobs"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void areNotMoved() throws IOException, InterruptedException {
    var environment = surroundings(bucket);
    environment.remove("COLLOQUY_DB");
    try (var move =
        ServerProcess.run(
            environment, "move", "--from", database, "--data", room.resolve("one").toString())) {
      assertThat(move.output()).contains("Contents of files are not moved").doesNotContain(SECRET);
      assertThat(move.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void doNotStartWithoutTheBucket() throws IOException, InterruptedException {
    var data = room.resolve("one").toString();
    try (var server =
        ServerProcess.run(surroundings("nobodys"), "serve", "--port", "0", "--data", data)) {
      assertThat(server.output())
          .contains("s3://nobodys/lab/", "no such bucket")
          .doesNotContain("\tat ", SECRET);
      assertThat(server.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void doNotStartWithWrongCredentials() throws IOException, InterruptedException {
    try (var refusing = ScriptedProvider.start().modelsAsScripted().answers(403, FORBIDDEN);
        var server =
            ServerProcess.run(
                surroundings(bucket, URI.create(refusing.address()).getPort()),
                "serve",
                "--port",
                "0",
                "--data",
                room.resolve("one").toString())) {
      assertThat(server.output())
          .contains("refused: are the access key, its secret and its rights what they should be?")
          .doesNotContain("\tat ", SECRET);
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(refusing.requests()).isNotEmpty();
    }
  }

  @Test
  void saySoWhenTheyCannotVerifyThem() throws IOException, InterruptedException {
    try (var server = ServerProcess.serve(room.resolve("one"), surroundings(bucket))) {
      server.terminate();
      server.exitCode();
    }
    int nobodys;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobodys = free.getLocalPort();
    }

    var data = room.resolve("one").toString();
    try (var verify = ServerProcess.run(surroundings(bucket, nobodys), "verify", "--data", data)) {
      assertThat(verify.output())
          .contains("s3://" + bucket + "/lab/ at 127.0.0.1:" + nobodys)
          .doesNotContain("Everything is in order", "\tat ", SECRET);
      assertThat(verify.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void neverLogTheSecret() throws Exception {
    var logging = room.resolve("logging.properties");
    Files.writeString(
        logging,
        """
        handlers = java.util.logging.FileHandler
        .level = ALL
        java.util.logging.FileHandler.level = ALL
        java.util.logging.FileHandler.pattern = %s/server.log
        java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
        """
            .formatted(room));
    var environment = surroundings(bucket);
    environment.put("JDK_JAVA_OPTIONS", "-Djava.util.logging.config.file=" + logging);
    try (var server = ServerProcess.serve(room.resolve("one"), environment)) {
      var token = Newcomer.joins(server);
      var made = server.post("/api/conversations", token, "{\"title\":\"Tides\"}").body();
      var files = "/api/conversations/" + json.readTree(made).get("id").asText() + "/files";
      var uploaded = server.upload(files, token, "tide.csv", TEXT);
      assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
      server.terminate();
      assertThat(server.output()).doesNotContain(SECRET);
      server.exitCode();
    }

    assertThat(Files.readString(room.resolve("server.log")))
        .contains("FINE")
        .doesNotContain(SECRET)
        .doesNotContain("X-Amz-Signature=");
  }
}
