package org.colloquy.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.attachment.FileLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLoaderTest {
  @TempDir Path folder;

  private ServerConfig load(Map<String, String> environment, String... arguments) {
    return new ConfigLoader(environment, folder, folder.resolve("keys")).load(List.of(arguments));
  }

  @Test
  void hasADefaultForEverything() {
    assertThat(load(Map.of())).isEqualTo(ServerConfig.in(folder, folder.resolve("keys")));
  }

  @Test
  void readsEverySettingFromTheFileTheEnvironmentAndTheArguments() throws IOException {
    Files.writeString(
        folder.resolve("colloquy.properties"), "port = 1\nsystem-messages = hidden\n");
    assertThat(load(Map.of()).port()).isEqualTo(1);
    assertThat(load(Map.of("COLLOQUY_PORT", "2")).port()).isEqualTo(2);
    assertThat(load(Map.of("COLLOQUY_PORT", "2"), "--port=3").port()).isEqualTo(3);
    assertThat(load(Map.of()).systemMessages()).isEqualTo(ServerConfig.SystemMessages.HIDDEN);
  }

  @Test
  void canBeToldNotToLookForServers() {
    var config = load(Map.of("COLLOQUY_LOCAL_SERVERS", "no"));
    assertThat(config.localServers()).isEqualTo(ServerConfig.LocalServers.NOT_LOOKED_FOR);
  }

  @Test
  void honoursTheVariablesOfOpenAisOwnLibraries() {
    var config =
        load(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:9/v1", "OPENAI_API_KEY", "sk-12345678"));

    assertThat(config.openAiAddress()).isEqualTo("http://127.0.0.1:9/v1");
    assertThat(config.openAiKey()).isNotNull();
    assertThat(config.toString()).doesNotContain("sk-1234");
  }

  @Test
  void readsHowManyAnswersOneAccountMayBeGivenAtTheSameTime() {
    assertThat(load(Map.of()).answersAtOnce()).isEqualTo(32);
    assertThat(load(Map.of("COLLOQUY_ANSWERS_AT_ONCE", "4")).answersAtOnce()).isEqualTo(4);
    for (var wrong : List.of("0", "-1", "many", "100000")) {
      assertThatThrownBy(() -> load(Map.of(), "--answers-at-once", wrong))
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void readsHowMuchMayBeUploaded() {
    assertThat(load(Map.of()).files()).isEqualTo(FileLimits.USUAL);
    var large = load(Map.of("COLLOQUY_LARGEST_FILE", "2048"), "--account-files", "100000").files();
    assertThat(large.largestFile()).isEqualTo(2L * 1024 * 1024 * 1024);
    assertThat(large.ofAccount()).isEqualTo(100_000L * 1024 * 1024);
    for (var wrong : List.of("0", "-1", "1GB", "10000000", "99999999999")) {
      assertThatThrownBy(() -> load(Map.of(), "--largest-file", wrong))
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void choosesWhoSearchesTheInternet() throws IOException {
    Files.writeString(
        folder.resolve("colloquy.properties"),
        "search-engine = tavily\nsearch-key = tvly-12345678\n");
    var ofFile = load(Map.of()).search();
    assertThat(ofFile.engine()).isEqualTo(SearchConfig.Engine.TAVILY);
    assertThat(ofFile.key()).isNotNull();
    assertThat(ofFile.toString()).doesNotContain("tvly-1234");

    var brave =
        load(Map.of("COLLOQUY_SEARCH_KEY", " BSA12345678 "), "--search-engine", "Brave").search();
    assertThat(brave.engine()).isEqualTo(SearchConfig.Engine.BRAVE);
    assertThat(brave.key()).asString().doesNotContain("BSA1");

    var own =
        load(
                Map.of("COLLOQUY_SEARCH_ENGINE", "searxng"),
                "--search-address=http://[::1]:8888/searxng/")
            .search();
    assertThat(own.engine()).isEqualTo(SearchConfig.Engine.SEARXNG);
    assertThat(own.address()).hasToString("http://[::1]:8888/searxng/");
    assertThat(load(Map.of(), "--search-engine=none").search().engine())
        .isEqualTo(SearchConfig.Engine.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "--search-engine=altavista, search-engine",
    "--search-engine=searxng, search-address",
    "--search-address=search.example, search-address",
    "--search-address=http://me:secret@search.example, search-address",
    "--search-address=http://search.example/?q=, search-address",
    "--search-engine=tavily, search-key",
    "--search-engine=brave, search-key",
    "--search-key=abc, --search-key=abc",
  })
  void saysWhatIsMissingForSearching(String argument, String field) {
    assertThatThrownBy(() -> load(Map.of(), argument))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(((Problem.Invalid) e.problem()).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.field()).isEqualTo(field)));
  }

  @Test
  void takesSeveralOrigins() {
    assertThat(
            load(Map.of(), "--allow-origin", "http://a:1", "--allow-origin", "https://b")
                .allowedOrigins())
        .containsExactly("http://a:1", "https://b");
    assertThat(load(Map.of("COLLOQUY_ALLOW_ORIGIN", "http://a:1, https://b")).allowedOrigins())
        .containsExactly("http://a:1", "https://b");
  }

  @Test
  void knowsTheOriginsOfWebClientsByName() {
    assertThat(load(Map.of(), "--allow-origin", "userchat").allowedOrigins())
        .containsExactly("http://localhost:3000");
    assertThat(load(Map.of(), "--allow-origin", "ChatREST").allowedOrigins())
        .containsExactly("http://localhost:1420");
    assertThat(load(Map.of("COLLOQUY_ALLOW_ORIGIN", "userchat agents, https://b")).allowedOrigins())
        .containsExactly("http://localhost:3000", "http://localhost:5173", "https://b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "http://*",
        "http://*.example.org",
        "localhost:3000",
        "chats",
        "userchats",
        "ws://localhost:3000",
        "http://localhost:3000/",
        "http://me@localhost:3000",
      })
  void saysWhatAnOriginLooksLike(String wrong) {
    assertThatThrownBy(() -> load(Map.of(), "--allow-origin", "userchat", "--allow-origin", wrong))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(((Problem.Invalid) e.problem()).faults())
                    .singleElement()
                    .satisfies(fault -> {
                      assertThat(fault.field()).isEqualTo("allow-origin");
                      assertThat(fault.why())
                          .contains("http://localhost:3000", "agents, chatrest, userchat");
                    }));
  }

  @Test
  void choosesTheFolder(@TempDir Path other) {
    assertThat(load(Map.of("COLLOQUY_DATA", "/env"), "--data", other.toString()).folder())
        .isEqualTo(other);
    assertThat(load(Map.of("COLLOQUY_DATA", other.toString())).folder()).isEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port=nine",
        "--port=70000",
        "--port",
        "--colour=red",
        "folder",
        "--allow-origin=*",
        "--allow-origin=http://a/path",
        "--when-reader-leaves=perhaps",
      })
  void saysWhichSettingItDoesNotUnderstand(String argument) {
    assertThatThrownBy(() -> load(Map.of(), argument))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(((Problem.Invalid) e.problem()).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(argument).contains(fault.field())));
  }

  @Test
  void findsTheUsualFolderOfEachSystem() {
    assertThat(DataFolder.usual("Linux", "/home/a", Map.of()))
        .isEqualTo(Path.of("/home/a/.local/share/colloquy"));
    assertThat(DataFolder.usual("Linux", "/home/a", Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/colloquy"));
    assertThat(DataFolder.usual("Linux", "/home/a", Map.of("XDG_DATA_HOME", "data")))
        .isEqualTo(Path.of("/home/a/.local/share/colloquy"));
    assertThat(DataFolder.usual("Mac OS X", "/Users/a", Map.of()))
        .isEqualTo(Path.of("/Users/a/Library/Application Support/Colloquy"));
    assertThat(DataFolder.usual("Windows 11", "/u", Map.of("LOCALAPPDATA", "/l")))
        .isEqualTo(Path.of("/l/Colloquy"));
  }

  @Test
  void reportsWhereEachSettingWasSaidAndEverythingThatIsWrong() throws IOException {
    Files.writeString(
        folder.resolve("colloquy.properties"),
        "port = 1\nsystem-messages = maybe\nsystem-mesages = hidden\nsearch-key = abcdefgh\n");
    var environment =
        Map.of("COLLOQUY_PORT", "eight", "OPENAI_BASE_URL", "http://ada:secret@127.0.0.1:9/v1");

    var report =
        new ConfigLoader(environment, folder, folder.resolve("keys"))
            .report(List.of("--answers-at-once", "7", "--prot", "8"));

    assertThat(report.entries())
        .contains(
            new ConfigReport.Entry("port", "eight", "environment"),
            new ConfigReport.Entry("system-messages", "maybe", "file"),
            new ConfigReport.Entry("answers-at-once", "7", "argument"),
            new ConfigReport.Entry("shutdown-wait", "20", "default"),
            new ConfigReport.Entry("data", folder.toString(), "default"),
            new ConfigReport.Entry("search-key", "set", "file"),
            new ConfigReport.Entry("OPENAI_API_KEY", "", "default"))
        .extracting(ConfigReport.Entry::value)
        .noneMatch(value -> value.contains("secret") || value.contains("abcdefgh"));
    assertThat(report.faults())
        .extracting(Problem.Fault::field)
        .containsExactlyInAnyOrder("--prot", "port", "system-messages", "system-mesages");
  }

  @Test
  void readsHowTheServerRunsForWhoWatchesOverIt() {
    assertThat(load(Map.of(), "--shutdown-wait", "0", "--log-format=json").operation())
        .isEqualTo(new OperationConfig(Duration.ZERO, OperationConfig.LogFormat.JSON, null, null));
    assertThatThrownBy(() -> load(Map.of("COLLOQUY_SHUTDOWN_WAIT", "3601")))
        .isInstanceOf(ProblemException.class);
  }
}
