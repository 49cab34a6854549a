package org.colloquy.server.tool.web;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.Findings;
import org.colloquy.server.core.turn.Researcher;
import org.colloquy.server.outbound.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks in the web: asks a search engine, reads the pages it names all at once, and takes from
/// them what fits the question best.
public final class WebResearcher implements Researcher {
  /// How long people bear to wait for the engine, and once more for the pages.
  public static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final Logger LOG = LoggerFactory.getLogger(WebResearcher.class);
  private static final String GO_ON = "; answering from what is here.";

  private final SearchEngine engine;
  private final PageFetcher fetcher;
  private final Duration patience;

  /// @param pages fetches what the engine names, wherever that is
  /// @param patience how long the engine may take, and then the pages
  public WebResearcher(SearchEngine engine, WebClient pages, Duration patience) {
    this.engine = engine;
    this.fetcher = new PageFetcher(pages);
    this.patience = patience;
  }

  @Override
  public Findings look(String question, Consumer<String> note, Cancellation cancellation) {
    var query = Query.of(question);
    try (var attempts = new Attempts(cancellation)) {
      var pages = read(attempts, hits(attempts, query));
      var found = findings(BestPassages.of(pages, query));
      note.accept(summary(found));
      return found;
    } catch (SearchFailureException e) {
      note.accept(engine.name() + " " + e.getMessage() + GO_ON);
    } catch (IOException e) {
      note.accept(
          RefusedException.staysHere(e)
              ? "Nothing leaves this machine, so the internet was not searched" + GO_ON
              : "The internet cannot be reached: no answer from " + engine.name() + GO_ON);
    }
    return Findings.NOTHING;
  }

  private List<Hit> hits(Attempts attempts, String query) throws IOException {
    if (query.isEmpty()) {
      return List.of();
    }
    Callable<List<Hit>> search = () -> engine.search(query);
    var hits = attempts.all(List.of(search), patience).getFirst();
    return switch (hits.state()) {
      case SUCCESS -> hits.resultNow();
      case FAILED -> throw asIoException(hits.exceptionNow());
      case RUNNING, CANCELLED -> throw new IOException("no answer in time");
    };
  }

  private static IOException asIoException(Throwable failure) {
    if (failure instanceof IOException expected) {
      return expected;
    }
    throw new IllegalStateException("the search engine could not be asked", failure);
  }

  /// The pages as far as they could be read in time; of the others what the engine quotes.
  private List<Page> read(Attempts attempts, List<Hit> hits) {
    var fetches = hits.stream().map(hit -> (Callable<Page>) () -> read(hit)).toList();
    var pages = new ArrayList<Page>();
    var fetched = attempts.all(fetches, patience);
    for (int i = 0; i < hits.size(); i++) {
      pages.add(outcome(fetched.get(i), hits.get(i)));
    }
    return pages;
  }

  private Page read(Hit hit) throws IOException {
    return fetcher.fetch(hit.address()).orTitled(hit.title());
  }

  private static Page outcome(Future<Page> fetched, Hit hit) {
    if (fetched.state() == Future.State.SUCCESS && !fetched.resultNow().paragraphs().isEmpty()) {
      return fetched.resultNow();
    }
    if (fetched.state() == Future.State.FAILED
        && !(fetched.exceptionNow() instanceof IOException)) {
      LOG.warn("a page could not be read", fetched.exceptionNow());
    }
    return hit.unread();
  }

  private static Findings findings(List<Passage> passages) {
    return new Findings(
        passages.stream()
            .map(passage ->
                new Findings.Passage(
                    passage.page().address(), passage.page().title(), passage.text()))
            .toList());
  }

  private static String summary(Findings found) {
    var pages = found.addresses();
    if (pages.isEmpty()) {
      return "Nothing useful was found in the internet" + GO_ON;
    }
    return (pages.size() == 1 ? "Found 1 page: " : "Found " + pages.size() + " pages: ")
        + pages.stream().map(URI::toString).collect(Collectors.joining(", "));
  }
}
