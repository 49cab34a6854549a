package org.colloquy.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.server.storage.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers and commands over PostgreSQL, as people run them: by processes.
class ServerOnPostgresTest {
  private static final String PASSWORD = "geheim-0815-4711";

  private final ObjectMapper json = new ObjectMapper();
  private final String address = Postgres.address();

  @TempDir Path room;

  private Path folder(String name) {
    return room.resolve(name);
  }

  /// With a log of everything, in a file.
  private Map<String, String> surroundings() throws IOException {
    var logging = room.resolve("logging.properties");
    Files.createDirectories(room.resolve("logs"));
    Files.writeString(
        logging,
        """
        handlers = java.util.logging.FileHandler
        .level = ALL
        java.util.logging.FileHandler.level = ALL
        java.util.logging.FileHandler.pattern = %s/logs/%%u.log
        java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
        """
            .formatted(room));
    var surroundings = new HashMap<String, String>();
    surroundings.put("COLLOQUY_DB", address + "&password=" + PASSWORD);
    surroundings.put("XDG_CONFIG_HOME", room.resolve("config").toString());
    surroundings.put("JDK_JAVA_OPTIONS", "-Djava.util.logging.config.file=" + logging);
    return surroundings;
  }

  private ServerProcess server(String name) throws IOException {
    return ServerProcess.serve(folder(name), surroundings());
  }

  private ServerProcess.Said colloquy(String name, String... words) throws Exception {
    var all =
        Stream.concat(Stream.of(words), Stream.of("--data", folder(name).toString()))
            .toArray(String[]::new);
    var said = ServerProcess.said(surroundings(), all);
    assertThat(said.text()).doesNotContain(PASSWORD);
    return said;
  }

  private String done(String name, String... words) throws Exception {
    var said = colloquy(name, words);
    assertThat(said.status()).as(said.text()).isZero();
    return said.text();
  }

  private void refuses(String sentence, String name, String... words) throws Exception {
    var said = colloquy(name, words);
    assertThat(said.text()).contains("colloquy: ", sentence).doesNotContain("\tat ");
    assertThat(said.status()).isEqualTo(1);
  }

  private String token(String name) throws Exception {
    return done(name, "tokens", "add", "test", "--scopes", "read,write")
        .lines()
        .filter(line -> line.startsWith("colloquy_"))
        .findFirst()
        .orElseThrow();
  }

  private String converse(ServerProcess server, String token) throws Exception {
    var made = server.post("/api/conversations", token, "{\"title\":\"Tides\"}");
    var id = json.readTree(made.body()).get("id").asText();
    var path = "/api/conversations/" + id;
    var turn = server.post(path + "/turns", token, "{\"text\":\"What about the moon?\"}");
    assertThat(turn.body()).contains("\"finished\"");
    var kept = server.upload(path + "/files", token, "note.md", "# Tides\n");
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
    return id;
  }

  @Test
  void keepsEverythingThereAndNoSecretAnywhere() throws Exception {
    String token;
    String id;
    try (var server = server("data")) {
      token = token("data");
      id = converse(server, token);
      assertThat(done("data", "verify")).contains("Files: 1.", "Everything is in order.");
      refuses("pg_dump", "data", "backup", room.resolve("backup.zip").toString());
      server.kill();
    }
    assertThat(done("data", "users", "list")).contains("owner");
    assertThat(done("data", "verify-audit")).contains("The audit log is in order.");
    assertThat(done("data", "rotate-key")).contains("Everything is sealed by a new key");
    refuses("PostgreSQL server", "data", "encrypt-database");
    refuses("PostgreSQL server", "data", "decrypt-database");
    refuses("PostgreSQL server", "data", "restore", room.resolve("backup.zip").toString());
    assertThat(done("data", "config", "check")).contains("db = jdbc:postgresql://");
    try (var server = server("data")) {
      var said = server.get("/api/conversations/" + id + "/messages", token).body();
      assertThat(json.readTree(said).get("messages")).hasSize(2);
    }
    assertThat(folder("data").resolve("colloquy.mv.db")).doesNotExist();
    assertThat(logs()).contains("FINE", "jdbc:postgresql:");
    filesHoldNone(room);
  }

  private String logs() throws IOException {
    try (var files = Files.newDirectoryStream(room.resolve("logs"), "*.log")) {
      var text = new StringBuilder();
      for (var file : files) {
        text.append(Files.readString(file));
      }
      return text.toString();
    }
  }

  private static void filesHoldNone(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, ISO_8859_1).contains(PASSWORD)).as("%s", file).isFalse();
      }
    }
  }

  @Test
  void movesALibraryThereAndBack() throws Exception {
    var file = Map.of("XDG_CONFIG_HOME", room.resolve("config").toString());
    String token;
    String before;
    try (var server = ServerProcess.serve(folder("data"), file)) {
      token = token("data");
      converse(server, token);
      before = server.get("/api/conversations", token).body();
      refuses("Another Colloquy uses the data folder", "data", "move", "--to", address);
      server.kill();
    }
    assertThat(done("data", "move", "--to", address)).contains("message: 2", "start with --db");
    try (var server = server("data")) {
      assertThat(server.get("/api/conversations", token).body()).isEqualTo(before);
      server.kill();
    }
    assertThat(done("data", "verify")).contains("Files: 1.", "Everything is in order.");
    assertThat(done("data", "move", "--from", address)).contains("start without --db");
    try (var server = ServerProcess.serve(folder("data"), file)) {
      assertThat(server.get("/api/conversations", token).body()).isEqualTo(before);
    }
  }

  @Test
  void isOneServerForEachDatabase() throws Exception {
    try (var server = server("one")) {
      assertThat(server.get("/health/ready", "").statusCode()).isEqualTo(200);
      refuses("Another Colloquy uses this database.", "two", "serve", "--port", "0");
      server.kill();
    }
    server("two").close();
  }
}
