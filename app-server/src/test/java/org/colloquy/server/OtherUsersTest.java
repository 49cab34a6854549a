package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody else who uses the same computer gets to see.
class OtherUsersTest {
  private static final String REGISTRATION =
      "{\"email\":\"ole@example.org\",\"password\":\"oleSterktPassord123\"}";
  private static final String CANARY = "sk-canary-5f3a9c71";
  private static final Map<String, String> SECRETS =
      Map.of("OPENAI_API_KEY", CANARY, "COLLOQUY_SEARCH_KEY", CANARY);

  @TempDir Path parent;
  private Path folder = Path.of("");

  @BeforeEach
  void letOthersCloser() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    folder = parent.resolve("data");
  }

  @Test
  void keepsEverythingItWritesToItsOwnerWhateverTheUmask() throws Exception {
    try (var server = ServerProcess.serveWithoutUmask(folder, SECRETS)) {
      fill(server);

      assertThat(openToOthers()).isEmpty();
      server.terminate();
      server.exitCode();
    }
    assertThat(openToOthers()).isEmpty();
    try (var again = ServerProcess.serveWithoutUmask(folder, Map.of())) {
      assertThat(again.get("/health/ready", "").statusCode()).isEqualTo(200);
      assertThat(openToOthers()).isEmpty();
    }
  }

  /// Has it write every kind of file there is: database, keys, an upload, a letter.
  private void fill(ServerProcess server) throws Exception {
    assertThat(server.post("/auth/register", "", REGISTRATION).statusCode()).isEqualTo(201);
    var login =
        server.post(
            "/auth/jwt/login",
            "",
            "{\"username\":\"ole@example.org\",\"password\":\"oleSterktPassord123\"}");
    var token = TestClient.field(login.body(), "access_token");
    server.post("/auth/forgot-password", "", "{\"email\":\"ole@example.org\"}");
    upload(server.address(), token);
    await().untilAsserted(() -> assertThat(folder.resolve("letters")).isNotEmptyDirectory());
    assertThat(folder.resolve("blobs")).isNotEmptyDirectory();
    assertThat(folder)
        .isDirectoryContaining("glob:**.mv.db")
        .isDirectoryContaining("glob:**/token-keys.json")
        .isDirectoryRecursivelyContaining("glob:**.key");
  }

  private static void upload(String address, String token) throws Exception {
    var form =
        """
        --b
        Content-Disposition: form-data; name="file"; filename="a.txt"

        words
        --b--
        """
            .replace("\n", "\r\n");
    var request =
        HttpRequest.newBuilder(URI.create(address + "/upload/notes"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  /// Lucene and the readers of files make theirs as the umask says, in folders that nobody else can
  /// look into.
  private boolean isInClosedFolder(Path path) {
    return Stream.of("reading", "index", "search-index")
        .anyMatch(closed -> path.startsWith(folder.resolve(closed)) && !path.endsWith(closed));
  }

  private List<String> openToOthers() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> !isInClosedFolder(path))
          .map(OtherUsersTest::described)
          .filter(OtherUsersTest::isOpen)
          .toList();
    }
  }

  private static String described(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) + " " + path;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isOpen(String described) {
    return !described.startsWith("rw------- ") && !described.startsWith("rwx------ ");
  }

  @Test
  void takesAFolderOfItsOwnBackFromOthersAndSaysSo() throws Exception {
    try (var server = ServerProcess.serve(folder, Map.of())) {
      server.terminate();
      server.exitCode();
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    try (var server = ServerProcess.serve(folder, Map.of())) {
      assertThat(server.saidAtStart()).contains("from now on only its owner can");
      assertThat(openToOthers()).isEmpty();
    }
  }

  @Test
  void refusesAFolderWithOtherThingsThatOthersMayLookInto() throws Exception {
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
    var thesis = Files.writeString(folder.resolve("thesis.txt"), "mine");

    try (var server =
        ServerProcess.run(Map.of(), "serve", "--port", "0", "--data", folder.toString())) {
      assertThat(server.output()).contains("others may look into it", "chmod 700 " + folder);
      assertThat(server.exitCode()).isEqualTo(1);
    }

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(thesis);
    }
    assertThat(described(folder)).startsWith("rwxr-x---");
  }

  @Test
  void anotherUserOfThisComputerReadsNothing() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "Only root can be somebody else.");
    try (var server = ServerProcess.serveWithoutUmask(folder, SECRETS)) {
      assertThat(asNobody("ls", parent.toString())).isZero();
      assertThat(asNobody("ls", folder.toString())).isNotZero();
      for (var file : files()) {
        assertThat(asNobody("cat", file.toString())).as(file.toString()).isNotZero();
      }
      assertThat(asNobody("cat", "/proc/" + server.handle().pid() + "/environ")).isNotZero();
    }
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static int asNobody(String... command) throws Exception {
    var words =
        Stream.concat(Stream.of("runuser", "-u", "nobody", "--"), Stream.of(command)).toList();
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.inputReader().readAllAsString();
    return process.waitFor();
  }

  @Test
  void tellsTheListOfProcessesAndItsChildrenNoSecret() throws Exception {
    var processes = Path.of("/proc");
    assumeTrue(Files.isDirectory(processes.resolve("self")), "There is no /proc.");
    try (var server = ServerProcess.serve(folder, SECRETS)) {
      fill(server);
      var process = processes.resolve(Long.toString(server.handle().pid()));

      assertThat(Files.readString(process.resolve("cmdline")))
          .contains("ServerMain")
          .doesNotContain(CANARY);
      for (var child : server.handle().descendants().toList()) {
        var place = processes.resolve(Long.toString(child.pid()));
        assertThat(content(place.resolve("cmdline"))).doesNotContain(CANARY);
        assertThat(content(place.resolve("environ"))).doesNotContain(CANARY);
      }
    }
  }

  /// Nothing for a process that has ended meanwhile.
  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      return "";
    }
  }
}
