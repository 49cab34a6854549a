package org.colloquy.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Sentences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketSettingTest {
  private static final Map<String, String> SAID =
      Map.of(
          "COLLOQUY_DB", "jdbc:postgresql://db.lab.example/colloquy",
          "AWS_ACCESS_KEY_ID", "AKLAB",
          "AWS_SECRET_ACCESS_KEY", "geheim");

  @TempDir Path folder;

  private ConfigLoader loader(Map<String, String> environment) {
    return new ConfigLoader(environment, folder, folder.resolve("keys"));
  }

  private BucketConfig load(String address) {
    var config = loader(SAID).load(List.of("--contents", address));
    return Objects.requireNonNull(Objects.requireNonNull(config.operation().database()).contents());
  }

  private String refused(Map<String, String> environment, String... arguments) {
    var thrown =
        catchThrowableOfType(
            ProblemException.class, () -> loader(environment).load(List.of(arguments)));
    assertThat(thrown).isNotNull();
    return Sentences.of(thrown.problem());
  }

  private static Map<String, String> without(String name) {
    var left = new HashMap<>(SAID);
    left.remove(name);
    return left;
  }

  @Test
  void isThatOfAmazonIfNothingElseIsSaid() {
    var bucket = load("s3://lab-files");
    assertThat(bucket.endpoint()).isEqualTo(URI.create("https://s3.us-east-1.amazonaws.com"));
    assertThat(bucket.bucket()).isEqualTo("lab-files");
    assertThat(bucket.prefix()).isEmpty();
    assertThat(load("s3://lab-files?region=eu-north-1").endpoint())
        .isEqualTo(URI.create("https://s3.eu-north-1.amazonaws.com"));
  }

  @Test
  void hasAnEndpointAPrefixAndARegion() {
    var bucket = load("s3://lab-files/chat/colloquy/?endpoint=http://minio.lab:9000/&region=lab-1");
    assertThat(bucket.endpoint()).isEqualTo(URI.create("http://minio.lab:9000"));
    assertThat(bucket.prefix()).isEqualTo("chat/colloquy/");
    assertThat(bucket.region()).isEqualTo("lab-1");
    assertThat(bucket.key()).isEqualTo("AKLAB");
    assertThat(bucket.secret().reveal()).isEqualTo("geheim");
    assertThat(bucket.toString()).doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/srv/files",
        "s3://AKLAB:verborgen@lab-files",
        "s3://lab-files?secret=verborgen",
        "s3://lab-files/../verborgen",
        "s3://lab-files?endpoint=http://ada:verborgen@minio.lab:9000",
        "s3://lab-files?endpoint=http://minio.lab/verborgen",
        "s3://lab-files?endpoint=http://minio.lab:verborgen",
        "s3://lab-files?region=eu&verborgen",
        "s3://L/verborgen",
      })
  void isNothingElse(String address) {
    assertThat(refused(SAID, "--contents", address))
        .contains("s3://BUCKET/PREFIX?endpoint=")
        .doesNotContain("verborgen");
    assertThat(loader(SAID).report(List.of("--contents", address)).toString())
        .doesNotContain("verborgen");
  }

  @Test
  void needsAnAccessKeyAndItsSecret() {
    for (var name : List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")) {
      assertThat(refused(without(name), "--contents", "s3://lab-files"))
          .contains("AWS_SECRET_ACCESS_KEY")
          .doesNotContain("geheim");
    }
  }

  @Test
  void needsADatabaseOnAServer() {
    assertThat(refused(without("COLLOQUY_DB"), "--contents", "s3://lab-files"))
        .contains("PostgreSQL");
  }

  @Test
  void takesNoFilesOfMoreThanFiveGibibytes() {
    assertThat(refused(SAID, "--contents", "s3://lab-files", "--largest-file", "5121"))
        .contains("5120 MiB");
  }

  @Test
  void isReportedWithoutItsSecret() {
    var report = loader(SAID).report(List.of("--contents", "s3://lab-files"));
    assertThat(report.faults()).isEmpty();
    assertThat(report.entries())
        .contains(
            new ConfigReport.Entry("contents", "s3://lab-files", "argument"),
            new ConfigReport.Entry("contents-key", "set", "environment"),
            new ConfigReport.Entry("contents-secret", "set", "environment"));
    assertThat(report.toString()).doesNotContain("geheim", "AKLAB");
  }
}
