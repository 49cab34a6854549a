package org.colloquy.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Sentences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingTest {
  private static final String URL = "jdbc:postgresql://db.lab.example:5433/colloquy";

  @TempDir Path folder;

  private ConfigLoader loader(Map<String, String> environment) {
    return new ConfigLoader(environment, folder, folder.resolve("keys"));
  }

  private DatabaseConfig load(Map<String, String> environment, String... arguments) {
    var config = loader(environment).load(List.of(arguments));
    return Objects.requireNonNull(config.operation().database());
  }

  private static String password(DatabaseConfig config) {
    return Objects.requireNonNull(config.password()).reveal();
  }

  @Test
  void isAFileInTheDataFolderIfNothingIsSaid() {
    assertThat(loader(Map.of()).load(List.of()).operation().database()).isNull();
  }

  @Test
  void isSaidInTheFileTheEnvironmentOrAnArgument() throws IOException {
    Files.writeString(
        folder.resolve("colloquy.properties"), "db = " + URL + "1\ndb-password = geheim\n");
    assertThat(load(Map.of()).url()).isEqualTo(URL + "1");
    assertThat(password(load(Map.of()))).isEqualTo("geheim");
    assertThat(load(Map.of("COLLOQUY_DB", URL + "2")).url()).isEqualTo(URL + "2");
    assertThat(load(Map.of("COLLOQUY_DB", URL + "2"), "--db", URL + "3").url())
        .isEqualTo(URL + "3");
  }

  @Test
  void takesThePasswordOutOfTheAddress() {
    var config =
        load(Map.of("COLLOQUY_DB", URL + "?user=ada&password=ge%26heim&sslmode=verify-full"));
    assertThat(config.url()).isEqualTo(URL + "?user=ada&sslmode=verify-full");
    assertThat(password(config)).isEqualTo("ge&heim");
    assertThat(config.toString()).doesNotContain("ge&heim");
  }

  @Test
  void readsThePasswordFromAFile() throws IOException {
    var file = Files.writeString(folder.resolve("password"), "geheim\n");
    var config = load(Map.of("COLLOQUY_DB", URL), "--db-password-file", file.toString());
    assertThat(password(config)).isEqualTo("geheim");
  }

  @Test
  void takesNoPasswordAsAnArgument() {
    var thrown =
        catchThrowableOfType(
            ProblemException.class, () -> load(Map.of(), "--db", URL + "?password=geheim"));
    assertThat(thrown).isNotNull();
    assertThat(Sentences.of(thrown.problem()))
        .contains("list of processes")
        .doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:x;INIT=create alias",
        "postgresql://localhost/colloquy?password=geheim",
        "jdbc:postgresql://ada:geheim@localhost/colloquy",
        "jdbc:postgresql:colloquy?password=geheim",
        "jdbc:postgresql://localhost/colloquy?socketFactory=evil.Class&password=geheim",
        "jdbc:postgresql://localhost/colloquy?password=geheim&socketFactoryArg=x",
        "jdbc:postgresql://localhost/colloquy?sslfactory=evil.Class&password=geheim",
        "jdbc:postgresql://localhost/colloquy?sslhostnameverifier=evil.Class&password=geheim",
        "jdbc:postgresql://localhost/colloquy?sslpasswordcallback=evil.Class&password=geheim",
        "jdbc:postgresql://localhost/colloquy?authenticationPluginClassName=e&password=geheim",
        "jdbc:postgresql://localhost/colloquy?loggerLevel=TRACE&loggerFile=x&password=geheim",
        "jdbc:postgresql://localhost/colloquy?jaasApplicationName=x&password=geheim",
        "jdbc:postgresql://localhost/colloquy?service=x&password=geheim",
        "jdbc:postgresql://localhost/colloquy?socketF%61ctory=evil.Class&password=geheim",
        "jdbc:postgresql://localhost/colloquy?p%61ssword=geheim",
        "jdbc:postgresql://localhost/colloquy?PASSWORD=geheim",
      })
  void refusesEverythingElseAndRepeatsNothing(String address) {
    var thrown =
        catchThrowableOfType(ProblemException.class, () -> load(Map.of("COLLOQUY_DB", address)));
    assertThat(thrown).isNotNull();
    assertThat(Sentences.of(thrown.problem()))
        .contains("jdbc:postgresql://localhost/colloquy?user=colloquy")
        .doesNotContain("geheim");
    assertThat(loader(Map.of("COLLOQUY_DB", address)).report(List.of()).toString())
        .doesNotContain("geheim");
  }

  @Test
  void isReportedWithoutThePassword() {
    var report =
        loader(Map.of("COLLOQUY_DB", URL + "?password=geheim", "COLLOQUY_DB_PASSWORD", "geheimer"))
            .report(List.of());
    assertThat(report.faults()).isEmpty();
    assertThat(report.entries())
        .contains(
            new ConfigReport.Entry("db", URL + "?...", "environment"),
            new ConfigReport.Entry("db-password", "set", "environment"));
    assertThat(report.toString()).doesNotContain("geheim");
  }
}
