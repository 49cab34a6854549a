package org.colloquy.server.tool.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.Findings;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.outbound.Ways;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebResearcherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String QUESTION = "How many moons does Jupiter have?";

  private final ScriptedWeb web = new ScriptedWeb();
  private final StringBuilder results = new StringBuilder();
  private final List<String> notes = new ArrayList<>();

  @AfterEach
  void close() {
    web.close();
  }

  /// Lets the engine name a page.
  private void finds(URI address, String title, String snippet) {
    results.append(
        """
        <div class=result><a class=result__a href="//duckduckgo.com/l/?uddg=%s">%s</a>
        <a class=result__snippet>%s</a></div>
        """
            .formatted(
                URLEncoder.encode(address.toString(), StandardCharsets.UTF_8), title, snippet));
    web.html("/html/", results.toString());
  }

  private WebResearcher researcher(Duration patience) {
    return new WebResearcher(engine(), web.client(), patience);
  }

  private DuckDuckGo engine() {
    return new DuckDuckGo(new EngineClient(web.client(), web.at("engine.example", "/")));
  }

  private Findings look(String question) {
    return look(researcher(PATIENCE), question);
  }

  private Findings look(WebResearcher researcher, String question) {
    return researcher.look(question, notes::add, new Cancellation());
  }

  @Test
  void findsWhatFitsTheQuestionBestAndWhereItStands() {
    finds(web.at("moons.example", "/jupiter"), "Jupiter's moons", "95 moons");
    finds(web.at("cakes.example", "/"), "Cakes", "Nothing of it");
    finds(web.at("planets.example", "/all"), "Planets", "All planets");
    web.html(
            "/jupiter",
            "<title>Moons of Jupiter</title><nav>Jupiter moons menu</nav><p>Jupiter has 95 known"
                + " moons.</p><p>"
                + "Filler about the weather. ".repeat(40)
                + "</p>")
        .html("/", "<title>Cakes</title><p>How to bake.")
        .html(
            "/all",
            "<title>All planets</title><p>Mars has two moons and is smaller than the Earth.");

    var found = look(QUESTION);

    assertThat(found.passages())
        .extracting(Findings.Passage::address)
        .containsExactly(web.at("moons.example", "/jupiter"), web.at("planets.example", "/all"));
    assertThat(found.passages().getFirst().title()).isEqualTo("Moons of Jupiter");
    assertThat(found.passages().getFirst().text())
        .startsWith("Jupiter has 95 known moons.")
        .doesNotContain("menu");
    assertThat(notes)
        .containsExactly(
            "Found 2 pages: "
                + web.at("moons.example", "/jupiter")
                + ", "
                + web.at("planets.example", "/all"));
  }

  @Test
  void quotesTheEngineWhereAPageCannotBeRead() {
    var trap = new ScriptedWeb();
    try (trap) {
      finds(URI.create("http://10.0.0.1/"), "Private", "Jupiter's moons, private");
      finds(web.at("a.example", "/away"), "Away", "Jupiter's moons, elsewhere");
      finds(web.at("b.example", "/gone"), "Gone", "Jupiter's moons, gone");
      finds(web.at("c.example", "/picture"), "Picture", "Jupiter's moons, painted");
      finds(web.at("d.example", "/scripts"), "Scripts", "Jupiter's moons, programmed");
      web.redirect("/away", trap.at("localhost", "/secret").toString())
          .page("/picture", "image/png", new byte[] {1, 2, 3})
          .html("/scripts", "<script>" + "draw('Jupiter moons');".repeat(10_000) + "</script>");

      var found = look(QUESTION);

      assertThat(found.passages())
          .extracting(Findings.Passage::title)
          .containsExactlyInAnyOrder("Private", "Away", "Gone", "Picture", "Scripts");
      assertThat(trap.requests()).isEmpty();
    }
  }

  @Test
  void doesNotWaitForSlowPages() {
    var gate = new CountDownLatch(1);
    finds(web.at("slow.example", "/slow"), "Slow", "Jupiter's moons, slowly");
    finds(web.at("fast.example", "/fast"), "Fast", "Jupiter's moons, fast");
    web.does(
            "/slow",
            _ -> {
              try {
                gate.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            })
        .html("/fast", "<title>Fast page</title><p>Jupiter has moons.");

    var found = look(researcher(Duration.ofSeconds(3)), QUESTION);

    assertThat(found.addresses())
        .containsExactlyInAnyOrder(
            web.at("slow.example", "/slow"), web.at("fast.example", "/fast"));
    gate.countDown();
  }

  @Test
  void quotesNoMoreThanAModelCanBear() {
    for (int i = 0; i < SearchEngine.MOST; i++) {
      finds(web.at("moons" + i + ".example", "/" + i), "Moons " + i, "");
      var number = i;
      web.html(
          "/" + i,
          IntStream.range(0, 50)
              .mapToObj(n ->
                  "<p>Jupiter's moon number %d of list %d. %s"
                      .formatted(n, number, "Many moons of Jupiter. ".repeat(60)))
              .reduce("", String::concat));
    }

    var found = look(QUESTION);

    assertThat(found.passages()).hasSizeBetween(3, 6);
    assertThat(found.passages().stream().mapToInt(passage -> passage.text().length()).sum())
        .isLessThanOrEqualTo(6_000);
    assertThat(found.addresses()).hasSizeGreaterThan(1);
  }

  @Test
  void saysThatTheInternetCannotBeReached() {
    var offline =
        new WebClient(
            "Colloquy/test",
            Ways.anywhere(host -> {
              throw new UnknownHostException(host);
            }));
    var engine = new DuckDuckGo(new EngineClient(offline, DuckDuckGo.ADDRESS));

    var found = look(new WebResearcher(engine, offline, PATIENCE), QUESTION);

    assertThat(found).isEqualTo(Findings.NOTHING);
    assertThat(notes)
        .containsExactly(
            "The internet cannot be reached: no answer from DuckDuckGo;"
                + " answering from what is here.");
  }

  @Test
  void saysThatTheEngineTakesTooLong() {
    var gate = new Gate();
    web.does("/html/", _ -> gate.pass());

    assertThat(look(researcher(Duration.ofMillis(300)), QUESTION)).isEqualTo(Findings.NOTHING);
    assertThat(notes).singleElement().asString().startsWith("The internet cannot be reached");
    gate.open();
  }

  @Test
  void saysWhyTheEngineDidNotAnswer() {
    web.status("/html/", 429, "slow down");

    assertThat(look(QUESTION)).isEqualTo(Findings.NOTHING);
    assertThat(notes)
        .containsExactly(
            "DuckDuckGo wants no more questions for now; answering from what is here.");
  }

  @Test
  void saysThatNothingUsefulWasFound() {
    finds(web.at("cakes.example", "/cake"), "Cakes", "How to bake");
    web.html("/cake", "<p>Take an egg.");

    assertThat(look(QUESTION)).isEqualTo(Findings.NOTHING);
    assertThat(look("")).isEqualTo(Findings.NOTHING);
    assertThat(notes)
        .hasSize(2)
        .containsOnly("Nothing useful was found in the internet; answering from what is here.");
  }

  @Test
  void asksForTheBeginningOfALongQuestion() {
    finds(web.at("a.example", "/a"), "A", "a");

    look("one\n two\t" + "\u202Ethree😀 ".repeat(400_000));

    var asked = web.requests().getFirst().target().getQuery();
    assertThat(asked).startsWith("q=one+two+three😀");
    assertThat(asked.length()).isLessThan(410);
    assertThat(asked.split("\\+")).hasSizeLessThanOrEqualTo(50);
  }

  @Test
  void stopsAtOnceWhenCancelled() throws InterruptedException {
    var gate = new Gate();
    finds(web.at("slow.example", "/slow"), "Slow", "Jupiter's moons");
    web.does("/slow", _ -> gate.pass());
    var cancellation = new Cancellation();
    var canceller =
        Thread.ofVirtual()
            .start(() -> {
              gate.awaitReached();
              cancellation.cancel();
            });

    assertThatThrownBy(() -> researcher(PATIENCE).look(QUESTION, notes::add, cancellation))
        .isInstanceOf(CancellationException.class);
    canceller.join();
    assertThat(notes).isEmpty();
    gate.open();
  }

  @Test
  void doesNotBeginWhenCancelledAlready() {
    var cancellation = new Cancellation();
    cancellation.cancel();

    assertThatThrownBy(() -> researcher(PATIENCE).look(QUESTION, notes::add, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(web.requests()).isEmpty();
  }

  @Test
  void asksTheRealRuleBeforeItReadsAPage() {
    finds(web.at("localhost", "/secret"), "Secret", "Jupiter's moons");
    web.html("/secret", "<p>Jupiter's secret moons.");
    var guarded =
        new WebClient("Colloquy/test", Ways.web(_ -> List.of(InetAddress.getLoopbackAddress())));

    var found = look(new WebResearcher(engine(), guarded, PATIENCE), QUESTION);

    assertThat(found.passages())
        .extracting(Findings.Passage::text)
        .containsExactly("Jupiter's moons");
    assertThat(web.requests()).noneMatch(request -> request.target().getPath().equals("/secret"));
  }
}
