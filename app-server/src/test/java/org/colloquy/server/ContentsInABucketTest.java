package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.colloquy.server.storage.Postgres;
import org.colloquy.server.storage.bucket.S3Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that keep contents of files in a bucket.
class ContentsInABucketTest {
  private static final String TEXT = "place,metres\nBergen,1.2\nBodø,2.4\n";
  private static final String SECRET = "veldig-geheim";

  private final ObjectMapper json = new ObjectMapper();
  private final String database = Postgres.address();
  private final String bucket = S3Server.bucket();

  @TempDir Path room;

  private Map<String, String> surroundings(String name) {
    var surroundings = new HashMap<String, String>();
    surroundings.put("COLLOQUY_DB", database);
    surroundings.put("COLLOQUY_SHARED_FOLDER", room.resolve("shared").toString());
    surroundings.put("COLLOQUY_KEY_FILE", room.resolve("keys").resolve("key").toString());
    surroundings.put(
        "COLLOQUY_CONTENTS",
        "s3://%s/lab?endpoint=http://127.0.0.1:%d".formatted(name, S3Server.port()));
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
}
