package org.colloquy.server.tool.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLException;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.llm.http.SelfSigned;
import org.colloquy.server.outbound.NameService;
import org.colloquy.server.outbound.PublicAddresses;
import org.colloquy.server.outbound.RefusedException;
import org.colloquy.server.outbound.Ways;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFetcherTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final InetAddress PRIVATE = InetAddress.ofLiteral("10.0.0.1");

  private final ScriptedWeb web = new ScriptedWeb();
  private final PageFetcher fetcher = new PageFetcher(web.client());

  @AfterEach
  void close() {
    web.close();
  }

  private Page fetch(String path) throws IOException {
    return fetcher.fetch(web.at("pages.example", path));
  }

  @Test
  void readsAPageAndSaysWhoIsAsking() throws IOException {
    web.html("/a", "<title>A page</title><p>Words.");

    var page = fetch("/a");

    assertThat(page)
        .isEqualTo(new Page(web.at("pages.example", "/a"), "A page", List.of("Words.")));
    assertThat(web.requests())
        .singleElement()
        .satisfies(request -> {
          assertThat(request.header("User-agent")).isEqualTo("Colloquy/test");
          assertThat(request.header("Host")).isEqualTo("pages.example:" + web.port());
        });
  }

  @Test
  void followsRedirectsWithoutCookies() throws IOException {
    web.does(
            "/a",
            exchange ->
                ScriptedWeb.send(
                    exchange,
                    301,
                    Map.of("Location", "b?c=1#d", "Set-Cookie", "follow=me"),
                    new byte[0]))
        .redirect("/b", "//other.example:" + web.port() + "/end")
        .html("/end", "The end");

    var page = fetch("/a");

    assertThat(page.address()).isEqualTo(web.at("other.example", "/end"));
    assertThat(page.paragraphs()).containsExactly("The end");
    assertThat(web.requests()).hasSize(3).allMatch(request -> request.header("Cookie").isEmpty());
  }

  @Test
  void givesUpWhenItIsSentFromPlaceToPlace() {
    web.redirect("/round", "/round");

    assertThatThrownBy(() -> fetch("/round")).isInstanceOf(IOException.class);
    assertThat(web.requests()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "https://192.168.1.1/admin",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[fd00:ec2::254]/",
        "http://metadata.private.example/",
        "http://mixed.private.example/",
        "http://pages.example:22/",
        "ftp://pages.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://user@pages.example/",
        "http://",
        "",
      })
  void doesNotFollowARedirectToWhereItMustNotGo(String target) {
    var careful =
        new PageFetcher(
            web.client(host ->
                switch (host) {
                  case "metadata.private.example" -> List.of(PRIVATE);
                  case "mixed.private.example" -> List.of(HERE, PRIVATE);
                  case "pages.example" -> List.of(HERE);
                  default -> NameService.SYSTEM.addresses(host);
                }));
    web.redirect("/a", target);

    assertThatThrownBy(() -> careful.fetch(web.at("pages.example", "/a")))
        .isInstanceOf(IOException.class);
    assertThat(web.requests()).hasSize(1);
  }

  @Test
  void asksForANameOnceAndConnectsToWhatItWasTold() throws IOException {
    var asked = new AtomicInteger();
    var careful =
        new PageFetcher(
            web.client(_ -> asked.incrementAndGet() == 1 ? List.of(HERE) : List.of(PRIVATE)));
    web.html("/a", "here").redirect("/b", "/a");

    assertThat(careful.fetch(web.at("rebound.example", "/a")).paragraphs()).containsExactly("here");
    assertThat(asked).hasValue(1);
    assertThatThrownBy(() -> careful.fetch(web.at("rebound.example", "/b")))
        .isInstanceOf(RefusedException.class);
    assertThat(web.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "127.0.0.1.",
        "2130706433",
        "017700000001",
        "0177.0.0.1",
        "0177.0.0.01",
        "0x7f000001",
        "0x7f.0.0.1",
        "0x7f.1",
        "0",
        "0.0.0.0",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[0000::0001]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::FFFF:7F00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[::1%25lo]",
        "[::1%lo]",
        "127.0.0.1%00.example.org",
        "user@127.0.0.1",
        "example.org@localhost",
        "１２７.0.0.1",
        "127。0。0。1",
        "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
        "127.0.0.1\\@example.org",
        "example.org\\@127.0.0.1",
        "127.0.0.1 example.org",
        "127.0.0.1\texample.org",
      })
  void neverConnectsToThisComputerWhateverItIsCalled(String host) {
    var open = new PublicAddresses();
    var guarded =
        new PageFetcher(
            new WebClient(
                "Colloquy/test", Ways.only(NameService.SYSTEM, (to, _) -> open.contains(to))));
    web.html("/secret", "secret");
    var address = WebAddress.of("http://" + host + ":" + web.port() + "/secret");

    address.ifPresent(reachable ->
        assertThatThrownBy(() -> guarded.fetch(reachable)).isInstanceOf(IOException.class));
    assertThat(web.requests()).isEmpty();
  }

  @Test
  void knowsAServerByTheNameOfItsPageAndNotByItsAddress(@TempDir Path folder) throws Exception {
    var certificate = SelfSigned.make(folder, "pages.example").context();
    NameService here = _ -> List.of(HERE);
    var trusting =
        new PageFetcher(new WebClient("Colloquy/test", Ways.anywhere(here), () -> certificate));
    var careful = new PageFetcher(new WebClient("Colloquy/test", Ways.anywhere(here)));
    try (var secure = ScriptedWeb.secure(certificate)) {
      secure.html("/a", "Safe");

      assertThat(trusting.fetch(secure.at("pages.example", "/a")).paragraphs())
          .containsExactly("Safe");
      assertThatThrownBy(() -> trusting.fetch(secure.at("other.example", "/a")))
          .isInstanceOf(SSLException.class);
      assertThatThrownBy(() -> careful.fetch(secure.at("pages.example", "/a")))
          .isInstanceOf(SSLException.class);
      assertThat(secure.requests()).hasSize(1);
    }
  }

  @Test
  void doesNotTakeADetourThroughAProxy() throws IOException {
    web.html("/a", "straight");
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", "1");
    try {
      assertThat(fetch("/a").paragraphs()).containsExactly("straight");
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
    }
  }

  @Test
  void readsTheBeginningOfAnEndlessPage() throws IOException {
    web.does(
        "/endless",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/plain");
          exchange.sendResponseHeaders(200, 0);
          var line = "on and on and on\n\n".getBytes(UTF_8);
          while (true) {
            exchange.getResponseBody().write(line);
          }
        });

    var page = fetch("/endless");

    assertThat(page.paragraphs()).first().isEqualTo("on and on and on");
    assertThat(page.paragraphs().size()).isLessThan(20_000);
  }

  @Test
  void readsNoMoreOfACompressedPageThanOfAnother() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bomb)) {
      zip.write("Boom.\n\n".getBytes(UTF_8));
      var spaces = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        zip.write(spaces);
      }
    }
    web.does(
        "/bomb",
        exchange ->
            ScriptedWeb.send(
                exchange,
                200,
                Map.of("Content-Type", "text/plain", "Content-Encoding", "gzip"),
                bomb.toByteArray()));

    assertThat(fetch("/bomb").paragraphs()).containsExactly("Boom.");
  }

  @Test
  void doesNotReadAnEndlessHead() {
    web.does(
        "/head",
        exchange -> {
          exchange.getResponseHeaders().add("X-Long", "x".repeat(100_000));
          ScriptedWeb.send(
              exchange, 200, Map.of("Content-Type", "text/html"), "body".getBytes(UTF_8));
        });

    assertThatThrownBy(() -> fetch("/head")).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"image/png", "application/pdf", "application/json", "text/javascript", "nonsense"})
  void readsOnlyWhatPeopleRead(String type) {
    web.page("/a", type, "<p>words".getBytes(UTF_8));

    assertThatThrownBy(() -> fetch("/a")).isInstanceOf(IOException.class);
  }

  @Test
  void readsNothingOfNoType() {
    web.does("/a", exchange -> ScriptedWeb.send(exchange, 200, Map.of(), "words".getBytes(UTF_8)));

    assertThatThrownBy(() -> fetch("/a")).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304, 400, 403, 404, 429, 500, 503})
  void readsNoPagesOfErrors(int status) {
    web.status("/a", status, status == 204 || status == 304 ? "" : "<p>Sorry!");

    assertThatThrownBy(() -> fetch("/a")).isInstanceOf(IOException.class);
  }

  @Test
  void understandsTheEncodingsOfThePagesOfTheWorld() throws IOException {
    var word = "Übergröße";
    web.page("/header", "text/html; charset=iso-8859-1", word.getBytes(ISO_8859_1))
        .page("/meta", "text/html", ("<meta charset=iso-8859-1><p>" + word).getBytes(ISO_8859_1))
        .page("/none", "text/html", word.getBytes(UTF_8))
        .page("/unknown", "text/html; charset=klingon", word.getBytes(UTF_8))
        .page("/odd", "text/html; charset=\"\"; =;", word.getBytes(UTF_8))
        .page("/plain", "text/plain; charset=ISO-8859-1", word.getBytes(ISO_8859_1))
        .page("/bom", "text/html", ("\uFEFF" + word).getBytes(UTF_8));

    for (var path : List.of("/header", "/meta", "/none", "/unknown", "/odd", "/plain", "/bom")) {
      assertThat(fetch(path).paragraphs()).as(path).containsExactly(word);
    }
    web.page("/wrong", "text/html; charset=utf-8", word.getBytes(ISO_8859_1));
    assertThat(fetch("/wrong").paragraphs()).containsExactly("\uFFFDbergr\uFFFD\uFFFDe");
  }

  @Test
  void endsWhenItsThreadIsInterrupted() throws InterruptedException {
    var gate = new Gate();
    web.does("/slow", _ -> gate.pass());
    var failures = new CopyOnWriteArrayList<Exception>();
    var reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                fetch("/slow");
              } catch (IOException e) {
                failures.add(e);
              }
            });
    gate.awaitReached();

    reader.interrupt();

    reader.join();
    assertThat(failures).hasSize(1);
    gate.open();
  }
}
