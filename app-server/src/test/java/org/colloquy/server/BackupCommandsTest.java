package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups as people take and restore them: by processes.
class BackupCommandsTest {
  private static final String NOTE = "# Colloquy\n\nA conversation to take over.\n";

  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path room;

  private Path folder;
  private Path backup;

  @BeforeEach
  void choosePlaces() {
    folder = room.resolve("data");
    backup = room.resolve("backup.zip");
  }

  private Map<String, String> surroundings() {
    return Map.of("XDG_CONFIG_HOME", room.resolve("config").toString());
  }

  private ServerProcess server(Path data) throws IOException {
    return ServerProcess.serve(data, surroundings());
  }

  private ServerProcess.Said colloquy(Path data, String... words) throws Exception {
    var all =
        Stream.concat(Stream.of(words), Stream.of("--data", data.toString()))
            .toArray(String[]::new);
    return ServerProcess.said(surroundings(), all);
  }

  private String done(Path data, String... words) throws Exception {
    var said = colloquy(data, words);
    assertThat(said.status()).as(said.text()).isZero();
    return said.text();
  }

  private void refuses(String sentence, Path data, String... words) throws Exception {
    var said = colloquy(data, words);
    assertThat(said.text()).startsWith("colloquy: ").contains(sentence).doesNotContain("\tat ");
    assertThat(said.status()).isEqualTo(1);
  }

  private String token(Path data) throws Exception {
    return done(data, "tokens", "add", "test", "--scopes", "read,write")
        .lines()
        .findFirst()
        .orElseThrow();
  }

  private List<String> titles(ServerProcess server, String token) throws Exception {
    return json.readTree(server.get("/api/conversations", token).body())
        .get("conversations")
        .findValuesAsText("title");
  }

  private void addConversation(ServerProcess server, String token, String title) throws Exception {
    var answer = server.post("/api/conversations", token, "{\"title\":\"" + title + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  /// What was uploaded and belongs to a conversation.
  private Path keepFile() throws IOException {
    try (var files = Files.walk(folder.resolve("blobs"))) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  private void upload(ServerProcess server, String token) throws Exception {
    var id =
        json.readTree(server.get("/api/conversations", token).body())
            .get("conversations")
            .get(0)
            .get("id")
            .asText();
    var answer = server.upload("/api/conversations/" + id + "/files", token, "note.md", NOTE);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void backsUpARunningServerAndRestoresIt() throws Exception {
    String token;
    try (var server = server(folder)) {
      token = token(folder);
      addConversation(server, token, "Before");
      upload(server, token);
      assertThat(done(folder, "verify")).contains("Files: 1.", "Everything is in order.");

      assertThat(done(folder, "backup", backup.toString())).contains(backup.toString());

      addConversation(server, token, "After");
      refuses("already", folder, "backup", backup.toString());
      refuses("not in the data folder", folder, "backup", folder.resolve("b.zip").toString());
      refuses("Another Colloquy", folder, "restore", backup.toString());
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
    var other = room.resolve("other");
    done(other, "restore", backup.toString());
    assertThat(done(other, "verify")).contains("Files: 1.", "Everything is in order.");
    try (var server = server(other)) {
      assertThat(titles(server, token)).containsExactly("Before");
    }
  }

  @Test
  void backsUpAFolderThatNobodyUsesAndKeepsAsideWhatARestoreReplaces() throws Exception {
    String token;
    try (var server = server(folder)) {
      token = token(folder);
      addConversation(server, token, "Before");
      server.terminate();
      server.exitCode();
    }
    done(folder, "backup", backup.toString());
    try (var server = server(folder)) {
      addConversation(server, token, "After");
      server.terminate();
      server.exitCode();
    }
    var old = room.resolve("old");
    refuses("--old-to", folder, "restore", backup.toString());

    assertThat(done(folder, "restore", backup.toString(), "--old-to", old.toString()))
        .contains("What was there before is in " + old);

    try (var server = server(folder)) {
      assertThat(titles(server, token)).containsExactly("Before");
    }
    try (var server = server(old)) {
      assertThat(titles(server, token)).containsExactlyInAnyOrder("After", "Before");
    }
  }

  @Test
  void leavesEverythingAsItIsWhenABackupIsDamaged() throws Exception {
    try (var server = server(folder)) {
      addConversation(server, token(folder), "Before");
      done(folder, "backup", backup.toString());
    }
    var content = Files.readAllBytes(backup);
    var other = room.resolve("other");
    content[content.length / 2] ^= 1;
    Files.write(backup, content);
    var said = colloquy(other, "restore", backup.toString());
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.text()).startsWith("colloquy: ").doesNotContain("\tat ");
    assertThat(other.resolve("colloquy.mv.db")).doesNotExist();

    Files.writeString(backup, "no zip file");
    refuses("is not a backup of Colloquy", other, "restore", backup.toString());
    refuses("There is no file", other, "restore", room.resolve("nothing.zip").toString());
  }

  @Test
  void findsFilesThatAreMissingOrChanged() throws Exception {
    try (var server = server(folder)) {
      var token = token(folder);
      addConversation(server, token, "Before");
      upload(server, token);
      var file = keepFile();
      Files.writeString(file, "something else", StandardCharsets.UTF_8);
      var changed = colloquy(folder, "verify");
      assertThat(changed.status()).isEqualTo(1);
      assertThat(changed.text())
          .contains("is not what it was: " + file.getFileName(), "Not everything is in order.");

      Files.delete(file);
      assertThat(colloquy(folder, "verify").text()).contains("is missing: " + file.getFileName());
    }
  }

  @Test
  void takesConversationsOverFromAFile() throws Exception {
    var file =
        Files.writeString(room.resolve("talk.md"), "## You\n\nHello\n\n## Assistant\n\nHi\n");
    try (var server = server(folder)) {
      assertThat(done(folder, "import", file.toString()))
          .contains("taken over: 1, here already: 0");
      assertThat(done(folder, "import", file.toString()))
          .contains("taken over: 0, here already: 1");
      assertThat(titles(server, token(folder))).hasSize(1);
    }
    refuses("There is no file", folder, "import", room.resolve("nothing.md").toString());
  }
}
