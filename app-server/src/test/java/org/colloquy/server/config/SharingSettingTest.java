package org.colloquy.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.config.SharingConfig.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharingSettingTest {
  @TempDir private Path folder;

  private SharingConfig load(Map<String, String> environment, String... arguments) {
    return new ConfigLoader(environment, folder, folder.resolve("keys"))
        .load(List.of(arguments))
        .sharing();
  }

  @Test
  void sharesWhenItIsToldTo() {
    assertThat(load(Map.of()).wanted()).isEqualTo(Wanted.AS_CHOSEN);
    assertThat(load(Map.of(), "--share").wanted()).isEqualTo(Wanted.YES);
    assertThat(load(Map.of(), "--share", "--port", "0").wanted()).isEqualTo(Wanted.YES);
    assertThat(load(Map.of(), "--share=yes").wanted()).isEqualTo(Wanted.YES);
    assertThat(load(Map.of("COLLOQUY_SHARE", "yes")).wanted()).isEqualTo(Wanted.YES);
    assertThat(load(Map.of("COLLOQUY_SHARE", "yes"), "--share", "no").wanted())
        .isEqualTo(Wanted.AS_CHOSEN);
  }

  @Test
  void listensWhereItIsToldTo() {
    var config =
        load(
            Map.of(),
            "--share",
            "--host",
            "192.168.1.5",
            "--share-port",
            "9443",
            "--allow-host",
            "Chat.Example.org:443",
            "--allow-host",
            "lab");

    assertThat(config)
        .isEqualTo(
            new SharingConfig(
                Wanted.YES,
                9443,
                InetAddress.ofLiteral("192.168.1.5"),
                Set.of("chat.example.org:443", "lab")));
    assertThat(load(Map.of(), "--host", "127.0.0.1").host()).isNotNull();
    assertThat(load(Map.of(), "--share", "--host", "[::]").host()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "192.168.1.5", "::"})
  void listensForOthersOnlyWhenItIsSharedAsWell(String address) {
    assertThat(Problems.of(() -> load(Map.of(), "--host", address)))
        .isEqualTo(
            new Problem.Invalid(
                "host", "Others can reach this address, so it takes --share as well."));
  }

  @ParameterizedTest
  @CsvSource({
    "--share, maybe, share",
    "--share-port, 70000, share-port",
    "--host, lab.example.org, host",
    "--allow-host, https://lab.example.org, allow-host",
    "--allow-host, -lab, allow-host",
  })
  void saysWhatItCannotUnderstand(String argument, String value, String field) {
    assertThat(Problems.of(() -> load(Map.of(), argument, value)))
        .isInstanceOfSatisfying(
            Problem.Invalid.class,
            invalid ->
                assertThat(invalid.faults()).extracting(Problem.Fault::field).contains(field));
  }
}
