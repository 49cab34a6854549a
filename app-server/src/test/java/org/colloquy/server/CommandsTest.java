package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done from the command line, by processes as people start them.
class CommandsTest {
  private static final String PASSWORD = "adaSterktPassord123";

  @TempDir Path folder;

  private Path passwordFile;

  @BeforeEach
  void writePassword(@TempDir Path elsewhere) throws IOException {
    passwordFile = Files.writeString(elsewhere.resolve("password"), PASSWORD + "\nnot this\n");
  }

  private ServerProcess server() throws IOException {
    return ServerProcess.serve(folder, Map.of());
  }

  private void startOnce() throws Exception {
    try (var server = server()) {
      server.terminate();
      server.exitCode();
    }
  }

  private ServerProcess.Said colloquy(String... words) throws Exception {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.toString()));
    var surroundings = Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString());
    return ServerProcess.said(surroundings, all.toArray(String[]::new));
  }

  private String done(String... words) throws Exception {
    var said = colloquy(words);
    assertThat(said.status()).as(said.text()).isZero();
    return said.text();
  }

  private void refuses(int status, String sentence, String... words) throws Exception {
    var said = colloquy(words);
    assertThat(said.text()).startsWith("colloquy: ").contains(sentence).doesNotContain("\tat ");
    assertThat(said.status()).isEqualTo(status);
  }

  private void addAda() throws Exception {
    var said =
        done(
            "users",
            "add",
            "ada",
            "--email",
            "ada@example.org",
            "--password-file",
            passwordFile.toString());
    assertThat(said).isEqualTo("ada is an enabled member.\n");
  }

  private static int signInStatus(ServerProcess server) throws Exception {
    var body = "{\"username\":\"ada\",\"password\":\"" + PASSWORD + "\"}";
    return server.post("/user/auth/", "", body).statusCode();
  }

  @Test
  void givesPeopleAccountsWhileTheServerDoesNotRun() throws Exception {
    startOnce();
    addAda();
    assertThat(done("users", "list"))
        .isEqualTo("owner\towner\tenabled\t\nada\tmember\tenabled\tada@example.org\n");
    try (var server = server()) {
      assertThat(signInStatus(server)).isEqualTo(200);
    }
  }

  @Test
  void shutsPeopleOutOfARunningServerAndLetsThemInAgain() throws Exception {
    try (var server = server()) {
      addAda();
      assertThat(signInStatus(server)).isEqualTo(200);

      assertThat(done("users", "disable", "ada")).isEqualTo("ada is a disabled member.\n");
      assertThat(signInStatus(server)).isEqualTo(400);
      assertThat(done("users", "list")).contains("ada\tmember\tdisabled");

      done("users", "enable", "ada");
      assertThat(signInStatus(server)).isEqualTo(200);
      assertThat(done("users", "role", "ada", "guest")).isEqualTo("ada is an enabled guest.\n");
      refuses(1, "there has to be an owner", "users", "disable", "owner");
      refuses(1, "no such account", "users", "disable", "nobody");
    }
  }

  @Test
  void letsTheOwnerInWithACodeThatWorksOnce() throws Exception {
    try (var server = server()) {
      var code = done("users", "reset", "owner").lines().findFirst().orElseThrow();
      var body =
          """
          {"name":"owner","code":"%s","password":"%s"}
          """
              .formatted(code, PASSWORD);
      assertThat(server.post("/api/password-resets", "", body).statusCode()).isLessThan(300);
      assertThat(server.post("/api/password-resets", "", body).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void makesTokensForProgramsAndEndsThem() throws Exception {
    try (var server = server()) {
      addAda();
      var lines =
          done("tokens", "add", "notebook", "--scopes", "read,write", "--user", "ada")
              .lines()
              .toList();
      var token = lines.getFirst();
      assertThat(server.get("/api/conversations", token).statusCode()).isEqualTo(200);
      assertThat(done("tokens", "list", "--user", "ada"))
          .contains("notebook\tread,write")
          .doesNotContain(token);
      assertThat(done("tokens", "list")).isEmpty();

      var id = lines.getLast().split("\t", -1)[0];
      refuses(1, "no such token", "tokens", "end", id);
      done("tokens", "end", id, "--user", "ada");
      assertThat(server.get("/api/conversations", token).statusCode()).isEqualTo(401);
      refuses(2, "scopes: It must be some of", "tokens", "add", "x", "--scopes", "everything");
    }
  }

  @Test
  void saysInOneSentenceWhatItDidNotUnderstand() throws Exception {
    refuses(2, "There is no command users; see --help.", "users");
    refuses(2, "There is no command users; see --help.", "users", "dance");
    refuses(2, "colloquy users add NAME --email ADDRESS", "users", "add", "ada");
    refuses(2, "colloquy users disable NAME", "users", "disable", "ada", "eve");
    refuses(2, "no such option", "users", "list", "--prot", "1");
    refuses(1, "There is no database", "users", "list");
    refuses(
        2, "password-file: Say in which file", "users", "add", "ada", "--email", "ada@example.org");
  }

  @Test
  void deletesWhatIsOutOfDateAtOnce() throws Exception {
    startOnce();
    assertThat(done("retention", "run")).isEqualTo("Conversations deleted for good: 0.\n");
  }

  @Test
  void goesOnAfterAServerThatWasKilledAndLeavesItsSocketToItsOwner() throws Exception {
    try (var server = server()) {
      var socket = folder.resolve("control.sock");
      assertThat(socket).exists();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
      server.kill();
      assertThat(socket).exists();
    }
    assertThat(done("users", "list")).contains("owner");
    startOnce();
    assertThat(folder.resolve("control.sock")).doesNotExist();
  }
}
