package org.colloquy.server.tool.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.llm.http.HttpCall;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.TimeLimits;
import org.colloquy.server.llm.http.WireFailure;
import org.colloquy.server.outbound.NameService;
import org.colloquy.server.outbound.OutboundGuard;
import org.colloquy.server.outbound.RefusedException;
import org.colloquy.server.outbound.Trap;
import org.colloquy.server.outbound.Ways;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that fetches is sent to this computer, by every way to say so, and nobody arrives. A
/// `P` is the trap's port.
class TrapTest {
  private static final InetAddress PUBLIC = InetAddress.ofLiteral("9.9.9.9");
  private static final TimeLimits SHORT =
      new TimeLimits(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(1));

  private final Trap trap = new Trap();
  private final List<String> lookedUp = new CopyOnWriteArrayList<>();
  private final OutboundGuard guard = Ways.guard(this::addresses);

  @AfterEach
  void close() {
    trap.close();
  }

  private List<InetAddress> addresses(String host) throws UnknownHostException {
    lookedUp.add(host);
    return switch (host.replaceFirst("\\.$", "")) {
      case "four.example", "xn--bcher-kva.example" -> List.of(InetAddress.ofLiteral("127.0.0.1"));
      case "six.example" -> List.of(InetAddress.ofLiteral("::1"));
      case "other.example" -> List.of(trap.other());
      case "mixed.example" -> List.of(PUBLIC, InetAddress.ofLiteral("127.0.0.1"));
      case "mixed6.example" -> List.of(InetAddress.ofLiteral("2606:4700::1"), trap.other());
      case "mapped.example" -> List.of(InetAddress.ofLiteral("::ffff:127.0.0.1"));
      case "nat64.example" -> List.of(InetAddress.ofLiteral("64:ff9b::7f00:1"));
      case "6to4.example" -> List.of(InetAddress.ofLiteral("2002:7f00:1::1"));
      case "teredo.example" -> List.of(InetAddress.ofLiteral("2001:0:7f00:1::80ff:fffe"));
      case "cloud.example" -> List.of(InetAddress.ofLiteral("169.254.169.254"));
      default -> host.endsWith(".example") ? List.of(PUBLIC) : NameService.SYSTEM.addresses(host);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:P/",
        "https://127.0.0.1:P/",
        "HTTP://127.0.0.1:P/",
        "http://127.0.0.1.:P/",
        "http://127.1:P/",
        "http://127.0.1:P/",
        "http://2130706433:P/",
        "http://017700000001:P/",
        "http://0177.0.0.1:P/",
        "http://0x7f000001:P/",
        "http://0x7f.0.0.1:P/",
        "http://0x7f.1:P/",
        "http://0:P/",
        "http://0.0.0.0:P/",
        "http://127.0.0.2:P/",
        "http://127.255.255.254:P/",
        "http://localhost:P/",
        "http://LOCALHOST:P/",
        "http://localhost.:P/",
        "http://a.localhost:P/",
        "http://localhost.localdomain:P/",
        "http://[::1]:P/",
        "https://[::1]:P/",
        "http://[0:0:0:0:0:0:0:1]:P/",
        "http://[0000::0001]:P/",
        "http://[::]:P/",
        "http://[::ffff:127.0.0.1]:P/",
        "http://[::FFFF:7F00:1]:P/",
        "http://[::ffff:0:127.0.0.1]:P/",
        "http://[::127.0.0.1]:P/",
        "http://[64:ff9b::7f00:1]:P/",
        "http://[64:ff9b:1::7f00:1]:P/",
        "http://[2002:7f00:1::1]:P/",
        "http://[2001:0:7f00:1::1]:P/",
        "http://[::1%25lo]:P/",
        "http://[::1%lo]:P/",
        "http://OTHER:P/",
        "http://four.example:P/",
        "http://FOUR.example.:P/",
        "https://four.example:P/",
        "http://six.example:P/",
        "http://other.example:P/",
        "http://mixed.example:P/",
        "http://mixed6.example:P/",
        "http://mapped.example:P/",
        "http://nat64.example:P/",
        "http://6to4.example:P/",
        "http://teredo.example:P/",
        "http://cloud.example:P/latest/meta-data/",
        "http://xn--bcher-kva.example:P/",
        "http://metadata.google.internal:P/",
        "http://db.internal:P/",
        "http://printer.local:P/",
        "http://nas.lan:P/",
        "http://router.home.arpa:P/",
        "http://169.254.169.254:P/",
        "http://100.100.100.200:P/",
        "http://168.63.129.16:P/",
        "http://[fd00:ec2::254]:P/",
        "http://[fe80::1]:P/",
        "http://10.0.0.1:P/",
        "http://172.16.0.1:P/",
        "http://192.168.0.1:P/",
        "http://100.64.0.1:P/",
        "http://user@127.0.0.1:P/",
        "http://9.9.9.9@127.0.0.1:P/",
        "http://127.0.0.1:P@four.example:P/",
        "http://127.0.0.1%00.example:P/",
        "http://127.0.0.1\\@public.example:P/",
        "http://１２７.0.0.1:P/",
        "http://127。0。0。1:P/",
        "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:P/",
        "http:127.0.0.1:P/",
        "http:///127.0.0.1:P/",
        "//127.0.0.1:P/",
        "ftp://127.0.0.1:P/",
        "gopher://127.0.0.1:P/",
        "file://127.0.0.1:P/",
        "jar:http://127.0.0.1:P/!/",
        "dict://127.0.0.1:P/",
      })
  void catchesNobody(String written) {
    var url = written.replace("P/", trap.port() + "/").replace("P@", trap.port() + "@");
    url = url.replace("OTHER", trap.other().getHostAddress());

    assertEnds(url, this::readAsPage);
    assertEnds(url, this::fetchFromTheWeb);
    assertEnds(url, this::fetchFromAnyPort);
    assertEnds(url, this::askAsProvider);
    assertThat(trap.caught()).isZero();
  }

  @Test
  void catchesWhoComes() throws IOException {
    try (var connections = new HttpConnections(SHORT, Ways.anywhere())) {
      var call = HttpCall.get(URI.create("http://127.0.0.1:" + trap.port() + "/"), Map.of());

      assertThatThrownBy(() -> connections.ask(call, new Cancellation()))
          .isInstanceOf(WireFailure.class);
    }
    assertThat(trap.caught()).isEqualTo(1);
  }

  @Test
  void doesNotEvenAskForNamesThatMeanSomethingInside() {
    for (var host : List.of("metadata.google.internal", "nas.lan", "printer.local", "localhost")) {
      assertEnds("http://" + host + "/", this::fetchFromTheWeb);
    }
    assertThat(lookedUp).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void isNotReachedByRedirects(int hops) {
    IntFunction<String> page = hop -> "/" + hop;
    try (var web = new ScriptedWeb()) {
      for (int hop = 1; hop < hops; hop++) {
        web.redirect(page.apply(hop), web.at("pages.example", page.apply(hop + 1)).toString());
      }
      var targets = List.of("http://127.0.0.1:P/", "http://four.example:P/", "http://[::1]:P/");
      for (var target : targets) {
        web.redirect(page.apply(hops), target.replace("P", Integer.toString(trap.port())));

        assertThatThrownBy(() ->
                new PageFetcher(web.client(_ -> List.of(InetAddress.getLoopbackAddress())))
                    .fetch(web.at("pages.example", "/1")))
            .isInstanceOf(RefusedException.class);
      }
      assertThat(web.requests()).hasSize(hops * targets.size());
    }
    assertThat(trap.caught()).isZero();
  }

  @Test
  void isNotReachedByANameThatChangesItsMind() {
    var names =
        Ways.guard(host -> {
          lookedUp.add(host);
          return List.of(lookedUp.size() == 1 ? PUBLIC : InetAddress.ofLiteral("127.0.0.1"));
        });
    var call = HttpCall.get(URI.create("http://rebound.example:" + trap.port() + "/"), Map.of());
    try (var connections = new HttpConnections(SHORT, names.to(names.providers(_ -> false)))) {
      assertThatThrownBy(() -> connections.ask(call, new Cancellation()))
          .isInstanceOf(WireFailure.class);
      assertThat(lookedUp).hasSize(1);

      assertThatThrownBy(() -> connections.ask(call, new Cancellation()))
          .isInstanceOf(WireFailure.class)
          .hasCauseInstanceOf(RefusedException.class);
      assertThat(lookedUp).hasSize(2);
    }
    assertThat(trap.caught()).isZero();
  }

  private interface Fetch {
    void fetch(String url) throws IOException;
  }

  private static void assertEnds(String url, Fetch fetch) {
    assertThatThrownBy(() -> fetch.fetch(url))
        .isInstanceOfAny(IOException.class, IllegalArgumentException.class);
  }

  private void readAsPage(String url) throws IOException {
    var address = WebAddress.of(url).orElseThrow(() -> new IOException("no page"));
    new PageFetcher(new WebClient("Colloquy/test", guard.to(guard.publicWeb()))).fetch(address);
  }

  private void fetchFromTheWeb(String url) throws IOException {
    new WebClient("Colloquy/test", guard.to(guard.publicWeb())).send(new HttpGet(url), 10);
  }

  private void fetchFromAnyPort(String url) throws IOException {
    new WebClient("Colloquy/test", guard.to(guard.providers(_ -> false)))
        .send(new HttpGet(url), 10);
  }

  private void askAsProvider(String url) throws IOException {
    try (var connections = new HttpConnections(SHORT, guard.to(guard.providers(_ -> false)));
        var answer = connections.ask(HttpCall.get(URI.create(url), Map.of()), new Cancellation())) {
      answer.status();
    }
  }
}
