package org.colloquy.server.api.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.search.Excerpt;
import org.colloquy.server.core.search.Facet;
import org.colloquy.server.core.search.FilePage;
import org.colloquy.server.core.search.Kind;
import org.colloquy.server.core.search.Place;
import org.colloquy.server.core.search.SearchRequest;
import org.colloquy.server.core.search.SearchResult;
import org.colloquy.server.core.search.Searches;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/search`: everything that one has, by its words.
public final class SearchRoutes {
  private static final int USUAL_HITS = 20;
  private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

  private final Searches searches;

  public SearchRoutes(Searches searches) {
    this.searches = searches;
  }

  void addTo(PathTable paths) {
    paths.signedIn("GET", "/api/search", Scope.READ, this::search);
  }

  private void search(Caller caller, Exchange exchange) {
    var request =
        new SearchRequest(
            exchange.query("q").orElse(""),
            kinds(exchange),
            exchange.query("from").map(text -> time("from", text)).orElse(null),
            exchange.query("to").map(text -> time("to", text)).orElse(null),
            facets(exchange),
            exchange.query("limit").map(SearchRoutes::limit).orElse(USUAL_HITS),
            exchange.query("after").map(SearchRoutes::place).orElse(null));
    exchange.reply(ResultJson.of(searches.search(caller, request)));
  }

  private static Set<Kind> kinds(Exchange exchange) {
    var kinds = EnumSet.noneOf(Kind.class);
    exchange
        .query("kind")
        .ifPresent(
            words -> Stream.of(words.split(",", -1)).map(SearchRoutes::kind).forEach(kinds::add));
    return kinds;
  }

  private static Kind kind(String word) {
    return Stream.of(Kind.values())
        .filter(kind -> AppJson.word(kind).equals(word))
        .findFirst()
        .orElseThrow(() -> invalid("kind", "This is not conversation, message, file or memory."));
  }

  private static Map<Facet, String> facets(Exchange exchange) {
    var facets = new EnumMap<Facet, String>(Facet.class);
    filled(exchange, "model").ifPresent(model -> facets.put(Facet.MODEL, model));
    filled(exchange, "type").ifPresent(type -> facets.put(Facet.TYPE, type));
    filled(exchange, "role").ifPresent(role -> facets.put(Facet.ROLE, role(role)));
    filled(exchange, "agent").ifPresent(agent -> facets.put(Facet.AGENT, agent(agent)));
    return facets;
  }

  private static Optional<String> filled(Exchange exchange, String name) {
    return exchange.query(name).filter(text -> !text.isEmpty());
  }

  private static String role(String word) {
    return Stream.of(Role.values())
        .map(AppJson::word)
        .filter(word::equals)
        .findFirst()
        .orElseThrow(() -> invalid("role", "This is not system, user, assistant or tool."));
  }

  private static String agent(String text) {
    return Exchange.uuid(text)
        .map(UUID::toString)
        .orElseThrow(() -> invalid("agent", "This is not an id."));
  }

  private static Instant time(String name, String text) {
    try {
      var time = Instant.parse(text);
      if (!time.isBefore(Instant.EPOCH) && time.isBefore(END_OF_TIME)) {
        return time;
      }
    } catch (DateTimeException _) {
      // Told below, as a time that is out of reach.
    }
    throw invalid(name, "This is not a time such as 2026-03-01T12:00:00Z.");
  }

  private static int limit(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw invalid("limit", "This is not a number.");
    }
  }

  /// What `next` said: microseconds and a number.
  private static Place place(String text) {
    int dot = text.indexOf('.');
    try {
      return new Place(
          Instant.EPOCH.plus(
              Long.parseLong(text.substring(0, Math.max(0, dot))), ChronoUnit.MICROS),
          Long.parseLong(text.substring(dot + 1)));
    } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
      throw invalid("after", "This is not what an answer said in next.");
    }
  }

  private static String written(Place place) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, place.time()) + "." + place.number();
  }

  private static ProblemException invalid(String field, String why) {
    return new ProblemException(new Problem.Invalid(field, why));
  }

  record ResultJson(boolean building, List<GroupJson> groups) {
    static ResultJson of(SearchResult result) {
      return new ResultJson(
          result.building(), result.groups().stream().map(GroupJson::of).toList());
    }
  }

  record GroupJson(String kind, List<HitJson> hits, @Nullable String next) {
    static GroupJson of(SearchResult.Group group) {
      var next = group.next();
      return new GroupJson(
          AppJson.word(group.kind()),
          group.hits().stream().map(HitJson::of).toList(),
          next == null ? null : written(next));
    }
  }

  record HitJson(
      UUID id,
      long number,
      @Nullable ConversationJson conversation,
      Instant time,
      @Nullable String role,
      @Nullable String model,
      @Nullable String type,
      @Nullable FileJson file,
      ExcerptJson excerpt) {
    static HitJson of(SearchResult.Hit hit) {
      var entry = hit.entry();
      var conversation = entry.conversation();
      return new HitJson(
          entry.id(),
          entry.number(),
          conversation == null ? null : new ConversationJson(conversation.value(), hit.title()),
          entry.time(),
          entry.facets().get(Facet.ROLE),
          entry.facets().get(Facet.MODEL),
          entry.facets().get(Facet.TYPE),
          entry.kind() == Kind.FILE ? FileJson.of(entry.text(), hit.page()) : null,
          ExcerptJson.of(hit.excerpt()));
    }
  }

  record ConversationJson(UUID id, String title) {}

  record FileJson(String name, @Nullable Integer page, @Nullable String label) {
    static FileJson of(String name, @Nullable FilePage page) {
      return page == null
          ? new FileJson(name, null, null)
          : new FileJson(name, page.number(), page.label());
    }
  }

  record ExcerptJson(String text, List<MarkJson> marks) {
    static ExcerptJson of(Excerpt excerpt) {
      return new ExcerptJson(
          excerpt.text(),
          excerpt.marks().stream().map(mark -> new MarkJson(mark.start(), mark.end())).toList());
    }
  }

  record MarkJson(int start, int end) {}
}
