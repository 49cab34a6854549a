package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Conversations taken out and in by commands, by processes as people start them.
class ExportCommandTest {
  private static final List<String> TITLES = List.of("Cells, and what they do", "Stars");

  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path room;

  private Path folder;

  @BeforeEach
  void choosePlaces() {
    folder = room.resolve("data");
  }

  private Map<String, String> surroundings() {
    return Map.of("XDG_CONFIG_HOME", room.resolve("config").toString());
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

  private void refuses(int status, String sentence, String... words) throws Exception {
    var said = colloquy(folder, words);
    assertThat(said.text()).startsWith("colloquy: ").contains(sentence).doesNotContain("\tat ");
    assertThat(said.text().strip().lines()).hasSize(1);
    assertThat(said.status()).isEqualTo(status);
  }

  private String place(String name) {
    return room.resolve(name).toString();
  }

  private ServerProcess serverWithConversations() throws Exception {
    var server = ServerProcess.serve(folder, surroundings());
    for (var title : TITLES) {
      var made = server.post("/chats/create", "", "{\"name\":\"%s\"}".formatted(title));
      var id = json.readTree(made.body()).get("id").asText();
      var question =
          """
          {"chat_id":"%s","role":"Human","message":"What can you do? \\u7ec6\\u80de"}
          """
              .formatted(id);
      assertThat(server.post("/conversations/create", "", question).statusCode()).isEqualTo(201);
      var answer = server.get("/conversations/inference/" + id, "");
      assertThat(answer.body()).contains("event: done");
    }
    return server;
  }

  private void startOnceWithConversations() throws Exception {
    try (var server = serverWithConversations()) {
      server.terminate();
      assertThat(server.exitCode()).isEqualTo(143);
    }
  }

  /// What was said in each conversation of a folder with their JSON files, by title.
  private Map<String, List<String>> conversations(Path files) throws IOException {
    var all = new TreeMap<String, List<String>>();
    try (var names = Files.list(files)) {
      for (var file : names.toList()) {
        var read = json.readTree(file.toFile());
        all.put(
            read.get("conversation").get("title").asText(),
            read.get("messages").valueStream().map(ExportCommandTest::line).toList());
      }
    }
    return all;
  }

  private static String line(JsonNode message) {
    return String.join(
        "|",
        message.get("role").asText(),
        message.get("content").asText(),
        message.get("createdAt").asText(),
        message.get("model").toString());
  }

  private List<String> leftBeside() throws IOException {
    try (var names = Files.list(room)) {
      return names.map(name -> name.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatWasExportedFromARunningServerIsTheSameWhenAnotherFolderTookItOver() throws Exception {
    var archive = place("all.zip");
    try (var server = serverWithConversations()) {
      assertThat(done(folder, "export", archive, "--format", "json", "--branches", "all"))
          .isEqualTo("Conversations written to %s: 2.\n".formatted(archive));
      done(folder, "export", place("first"), "--format", "json");
      assertThat(server.get("/health/ready", "").statusCode()).isEqualTo(200);
    }
    var other = room.resolve("other");
    try (var server = ServerProcess.serve(other, surroundings())) {
      server.terminate();
      server.exitCode();
    }

    assertThat(done(other, "import", archive))
        .isEqualTo("Conversations taken over: 2, here already: 0, refused: 0.\n");

    done(other, "export", place("second"), "--format", "json");
    var first = conversations(room.resolve("first"));
    assertThat(first).containsOnlyKeys(TITLES);
    assertThat(first.getOrDefault("Stars", List.of("")).getFirst()).contains("What can you do? 细胞");
    assertThat(conversations(room.resolve("second"))).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(archive))))
        .isEqualTo("rw-------");
    assertThat(leftBeside())
        .containsExactlyInAnyOrder("all.zip", "data", "first", "other", "second");
  }

  @Test
  void writesOneConversationInEveryFormByTheNumberInItsFilesName() throws Exception {
    startOnceWithConversations();
    done(folder, "export", place("pages"), "--format", "markdown");
    String stars;
    try (var names = Files.list(room.resolve("pages"))) {
      stars =
          names
              .map(name -> name.getFileName().toString())
              .filter(name -> name.startsWith("Stars-"))
              .findFirst()
              .orElseThrow();
    }
    var number = stars.replaceAll("Stars-(\\d+)\\.md", "$1");

    for (var form : List.of("markdown", "html", "pdf", "json")) {
      var file = place("one." + form);
      assertThat(done(folder, "export", file, "--format", form, "--conversation", number))
          .isEqualTo("The conversation is in %s.\n".formatted(file));
      assertThat(Files.readAllBytes(Path.of(file)))
          .as(form)
          .startsWith(
              switch (form) {
                case "markdown" -> "# Stars".getBytes(StandardCharsets.US_ASCII);
                case "html" -> "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII);
                case "pdf" -> "%PDF-".getBytes(StandardCharsets.US_ASCII);
                default ->
                    "{\"format\":\"colloquy-conversation\"".getBytes(StandardCharsets.US_ASCII);
              });
    }
    assertThat(done(folder, "import", place("one.json")))
        .isEqualTo("Conversations taken over: 0, here already: 1, refused: 0.\n");
  }

  @Test
  void replacesOnlyAFileAndOnlyWhenToldTo() throws Exception {
    startOnceWithConversations();
    var file = Files.writeString(room.resolve("mine.zip"), "mine");
    refuses(1, "--replace", "export", file.toString(), "--format", "html");
    assertThat(file).hasContent("mine");
    var kept = Files.createDirectory(room.resolve("kept"));
    refuses(1, "name a new folder", "export", kept.toString(), "--format", "html", "--replace");

    done(folder, "export", file.toString(), "--replace", "--format", "html");

    assertThat(Files.readAllBytes(file)).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
    assertThat(leftBeside()).containsExactlyInAnyOrder("data", "kept", "mine.zip");
  }

  @Test
  void saysInOneSentenceWhatCannotBeExported() throws Exception {
    startOnceWithConversations();
    var file = place("file");
    refuses(2, "markdown, html, pdf and json", "export", file, "--format", "doc");
    refuses(2, "Only json", "export", file, "--format", "pdf", "--branches", "all");
    refuses(2, "It is used as: colloquy export FILE", "export", file);
    refuses(1, "no such conversation", "export", file, "--format", "pdf", "--conversation", "4711");
    refuses(1, "no such conversation", "export", file, "--format", "pdf", "--conversation", "x");
    refuses(1, "no such account", "export", file, "--format", "pdf", "--user", "nobody");
    refuses(1, "could not be written", "export", place("no/where.zip"), "--format", "pdf");
    assertThat(leftBeside()).containsExactlyInAnyOrder("data");
  }

  @Test
  void takesOutWhatSomebodyElseHas() throws Exception {
    startOnceWithConversations();
    var password = Files.writeString(room.resolve("password"), "adaSterktPassord123\n");
    done(
        folder,
        "users",
        "add",
        "ada",
        "--email",
        "ada@example.org",
        "--password-file",
        password.toString());

    assertThat(done(folder, "export", place("hers"), "--format", "pdf", "--user", "ada"))
        .endsWith(": 0.\n");

    done(folder, "export", place("mine.zip"), "--format", "json");
    done(folder, "import", place("mine.zip"), "--user", "ada");
    assertThat(done(folder, "export", place("now"), "--format", "html", "--user", "ada"))
        .endsWith(": 2.\n");
  }
}
