package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tools/Advisories.java`, as the build starts it.
class AdvisoriesTest {
  private static final String PARSER =
      """
      {"id":"GHSA-1","summary":"It runs what it reads","affected":[
        {"package":{"ecosystem":"Maven","name":"org.example:parser"},
         "ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"1.0"},{"fixed":"1.10"},
           {"introduced":"2.0-M1"},{"last_affected":"2.0"}]}],"versions":["3.0"]}]}
      """;

  @TempDir Path folder;

  @Test
  void failsForALibraryThatIsKnownToBeVulnerable() throws Exception {
    var vulnerable = new String[] {"1.0", "1.9", "2.0-M4", "2.0", "3.0"};

    var ended = check(LocalDate.now(ZoneOffset.UTC), vulnerable);

    assertThat(ended.status()).isEqualTo(1);
    for (var version : vulnerable) {
      assertThat(ended.said())
          .contains(
              "org.example:parser " + version + " is vulnerable: It runs what it reads (GHSA-1)");
    }
  }

  @Test
  void letsEveryOtherVersionPass() throws Exception {
    var ended = check(LocalDate.now(ZoneOffset.UTC), "0.9", "1.10", "1.11", "2.0.1", "3.1");

    assertThat(ended.said()).contains("5 libraries").doesNotContain("vulnerable");
    assertThat(ended.status()).isZero();
  }

  @Test
  void saysThatTheListIsOldAndPasses() throws Exception {
    var ended = check(LocalDate.now(ZoneOffset.UTC).minusDays(91), "4");

    assertThat(ended.said()).contains("is 91 days old");
    assertThat(ended.status()).isZero();
    assertThat(check(LocalDate.now(ZoneOffset.UTC).minusDays(90), "4").said())
        .doesNotContain("days old");
  }

  @Test
  void saysThatNothingWasLookedUpWithoutABillOfMaterials() throws Exception {
    var ended =
        run("check", folder.resolve("none"), list(LocalDate.now(ZoneOffset.UTC)), write("c", ""));

    assertThat(ended.said()).contains("Nothing was looked up");
    assertThat(ended.status()).isZero();
  }

  @Test
  void failsForALibraryThatShipsUnlisted() throws Exception {
    var classPath = "/r/parser-4.jar" + File.pathSeparator + "/r/stranger-1.0-linux.jar";

    var ended =
        run(
            "check",
            sbom("4"),
            list(LocalDate.now(ZoneOffset.UTC)),
            write("class-path.txt", classPath));

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said()).contains("stranger-1.0-linux.jar ships").doesNotContain("parser");
  }

  @Test
  void keepsOfOsvsArchiveWhatNamesOurLibraries() throws Exception {
    var archive = folder.resolve("all.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      add(zip, "GHSA-1", PARSER);
      add(zip, "GHSA-2", PARSER.replace("org.example", "org.other").replace("SA-1", "SA-2"));
      add(zip, "GHSA-3", PARSER.replace("\"GHSA-1\"", "\"GHSA-3\",\"withdrawn\":\"2026-01-01\""));
    }
    var list = folder.resolve("advisories.json");

    assertThat(run("refresh", sbom("1.0"), list, archive).status()).isZero();

    assertThat(Files.readString(list))
        .contains("GHSA-1", LocalDate.now(ZoneOffset.UTC).toString())
        .doesNotContain("GHSA-2", "GHSA-3");
    var checked = run("check", sbom("1.0"), list, write("class-path.txt", "/r/parser-1.0.jar"));
    assertThat(checked.status()).isEqualTo(1);
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name + ".json"));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private Ended check(LocalDate listed, String... versions) throws Exception {
    return run("check", sbom(versions), list(listed), write("class-path.txt", ""));
  }

  private Path sbom(String... versions) throws IOException {
    var components =
        Stream.of(versions)
            .map(version ->
                """
                {"group":"org.example","name":"parser","version":"%s",
                 "purl":"pkg:maven/org.example/parser@%s?type=jar"}
                """
                    .formatted(version, version))
            .collect(Collectors.joining(","));
    return write("sbom.json", "{\"components\":[" + components + "]}");
  }

  private Path list(LocalDate date) throws IOException {
    return write(
        "advisories.json", "{\"date\":\"%s\",\"advisories\":[%s]}".formatted(date, PARSER));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Ended run(String what, Path... files) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(Path.of("..", "tools", "Advisories.java").toString(), what));
    for (var file : files) {
      command.add(file.toString());
    }
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = process.inputReader().readAllAsString();
    return new Ended(process.waitFor(), said);
  }

  private record Ended(int status, String said) {}
}
