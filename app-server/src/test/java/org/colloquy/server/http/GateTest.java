package org.colloquy.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.colloquy.server.http.Gate.Admitted;
import org.colloquy.server.http.Gate.Preflight;
import org.colloquy.server.http.Gate.Refused;
import org.colloquy.server.http.Gate.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private static final int PORT = 8000;
  private static final String SHARED = "http://localhost:3000";

  private final Gate gate =
      new Gate(
          Gate.Scheme.HTTP,
          () -> Set.of("lab.example.org"),
          Set.of(SHARED, "https://Baio.example/"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8000",
        "LOCALHOST:8000",
        "LocalHost.:8000",
        "127.0.0.1:8000",
        "127.0.0.1.:8000",
        "[::1]:8000",
        "lab.example.org:8000",
        "LAB.example.org.:8000",
      })
  void knowsItsOwnNames(String host) {
    assertThat(gate.judge(get(host))).isEqualTo(new Admitted(null, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8000",
        "localhost",
        "localhost:80",
        "localhost:8001",
        "localhost:08000",
        "localhost:",
        "localhost:8000:8000",
        "localhost..:8000",
        "127.0.0.1",
        "127.0.0.1.evil.example:8000",
        "127.1:8000",
        "127.0.0.2:8000",
        "2130706433:8000",
        "0x7f000001:8000",
        "0.0.0.0:8000",
        "0:8000",
        "[::]:8000",
        "[::1]",
        "[::1]:80",
        "[::1",
        "::1:8000",
        "[0:0:0:0:0:0:0:1]:8000",
        "[::ffff:127.0.0.1]:8000",
        "[::ffff:7f00:1]:8000",
        "[::1%lo]:8000",
        "localhost.evil.example:8000",
        "evil.localhost:8000",
        "user@localhost:8000",
        "localhost:8000@evil.example",
        "lab.example.org",
        "xlab.example.org:8000",
        "example.org:8000",
        " localhost:8000",
        "",
        ":8000",
        ".:8000",
      })
  void refusesOtherNames(String host) {
    assertThat(gate.judge(get(host))).isInstanceOf(Refused.class);
    assertThat(((Refused) gate.judge(get(host))).status()).isEqualTo(421);
  }

  @Test
  void refusesARequestWithoutAName() {
    assertThat(gate.judge(new Visitor("GET", null, PORT, null, null, false)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void needsNoPortWhereTheWebNeedsNone() {
    assertThat(gate.judge(new Visitor("GET", "localhost", 80, null, null, false)))
        .isEqualTo(new Admitted(null, false));
    assertThat(gate.judge(new Visitor("GET", "[::1]", 80, null, null, false)))
        .isEqualTo(new Admitted(null, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8000",
        "http://127.0.0.1:8000",
        "http://[::1]:8000",
        "http://lab.example.org:8000",
        "HTTP://LOCALHOST:8000",
      })
  void admitsItsOwnPages(String origin) {
    assertThat(gate.judge(post(origin, null))).isEqualTo(new Admitted(null, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3000", "https://baio.example"})
  void admitsPagesOfListedOriginsAndShares(String origin) {
    assertThat(gate.judge(post(origin, "cross-site"))).isEqualTo(new Admitted(origin, false));
    assertThat(gate.judge(new Visitor("OPTIONS", "localhost:8000", PORT, origin, null, true)))
        .isEqualTo(new Preflight(origin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "null",
        "",
        "http://localhost",
        "http://localhost:3001",
        "https://localhost:8000",
        "https://localhost:3000",
        "http://localhost:3000.evil.example",
        "http://localhost:8000.evil.example",
        "http://baio.example",
        "https://baio.example:8443",
        "file://",
        "chrome-extension://abcdef",
      })
  void refusesChangesByOtherPagesAndKnowsTheirQuestions(String origin) {
    for (var method : Set.of("POST", "PUT", "PATCH", "DELETE", "QUERY")) {
      var verdict = gate.judge(new Visitor(method, "localhost:8000", PORT, origin, null, false));
      assertThat(verdict).isInstanceOf(Refused.class);
      assertThat(((Refused) verdict).status()).isEqualTo(403);
    }
    assertThat(gate.judge(new Visitor("GET", "localhost:8000", PORT, origin, null, false)))
        .isEqualTo(new Admitted(null, true));
    assertThat(gate.judge(new Visitor("OPTIONS", "localhost:8000", PORT, origin, null, true)))
        .isEqualTo(new Preflight(null));
  }

  @Test
  void refusesChangesThatABrowserCallsCrossSite() {
    assertThat(gate.judge(post(null, "cross-site"))).isInstanceOf(Refused.class);
    assertThat(gate.judge(post("http://localhost:8000", "cross-site"))).isInstanceOf(Refused.class);
    assertThat(gate.judge(post(null, "same-origin"))).isEqualTo(new Admitted(null, false));
    assertThat(gate.judge(post(null, "none"))).isEqualTo(new Admitted(null, false));
  }

  @Test
  void knowsThatAPageOfAnotherPortIsAStranger() {
    for (var site : Set.of("cross-site", "same-site")) {
      assertThat(gate.judge(new Visitor("GET", "localhost:8000", PORT, null, site, false)))
          .isEqualTo(new Admitted(null, true));
    }
    for (var site : Set.of("same-origin", "none")) {
      assertThat(gate.judge(new Visitor("GET", "localhost:8000", PORT, null, site, false)))
          .isEqualTo(new Admitted(null, false));
    }
    assertThat(gate.judge(new Visitor("GET", "localhost:8000", PORT, SHARED, "same-site", false)))
        .isEqualTo(new Admitted(SHARED, false));
  }

  private static Visitor get(String host) {
    return new Visitor("GET", host, PORT, null, null, false);
  }

  private static Visitor post(@Nullable String origin, @Nullable String site) {
    return new Visitor("POST", "localhost:8000", PORT, origin, site, false);
  }
}
