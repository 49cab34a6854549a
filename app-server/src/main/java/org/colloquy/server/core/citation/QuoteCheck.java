package org.colloquy.server.core.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.model.Citation;
import org.colloquy.model.Citation.Place;
import org.colloquy.model.Citation.State;
import org.colloquy.model.SourcePassage;
import org.colloquy.server.core.document.DocumentStore.PageText;
import org.jspecify.annotations.Nullable;

/// Looks up what an answer claims: first on the page of the passage that it names, then in the rest
/// of that document, then in all others.
final class QuoteCheck {
  private final Map<Integer, SourcePassage> passages = new HashMap<>();
  private final Library library;
  private final List<Looked> looked = new ArrayList<>();

  QuoteCheck(List<SourcePassage> passages, Library library) {
    passages.forEach(passage -> this.passages.put(passage.number(), passage));
    this.library = library;
  }

  /// A claim that is being looked up.
  private static final class Looked {
    private final Claim claim;
    private final Quote quote;
    private final @Nullable SourcePassage passage;
    private @Nullable Place place;

    Looked(Claim claim, @Nullable SourcePassage passage) {
      this.claim = claim;
      this.passage = passage;
      this.quote = new Quote(claim.quote());
      if (passage != null && claim.quote().isEmpty()) {
        place = QuoteCheck.place(passage, passage.start(), passage.end());
      }
    }

    boolean isOpen() {
      return place == null && !quote.isEmpty();
    }

    Citation citation() {
      var found = place;
      if (found != null) {
        return citation(State.FOUND, found);
      }
      var named = passage;
      return citation(State.NOT_FOUND, named == null ? null : QuoteCheck.place(named, 0, 0));
    }

    private Citation citation(State state, @Nullable Place at) {
      return new Citation(claim.number(), claim.start(), claim.end(), state, claim.quote(), at);
    }
  }

  /// What came of each claim, in their order.
  List<Citation> check(List<Claim> claims) {
    claims.forEach(claim -> looked.add(new Looked(claim, passages.get(claim.number()))));
    for (var named : named().entrySet()) {
      look(named.getKey(), named.getValue());
    }
    for (var book : library.books()) {
      var open = looked.stream().filter(Looked::isOpen).toList();
      if (!open.isEmpty()) {
        look(book, open);
      }
    }
    return looked.stream().map(Looked::citation).toList();
  }

  /// What is to be looked up in the document that it names.
  private Map<Library.Book, List<Looked>> named() {
    var named = new LinkedHashMap<Library.Book, List<Looked>>();
    for (var one : looked) {
      var passage = one.passage;
      if (passage != null && one.isOpen()) {
        book(passage)
            .ifPresent(book -> named.computeIfAbsent(book, _ -> new ArrayList<>()).add(one));
      }
    }
    return named;
  }

  private Optional<Library.Book> book(SourcePassage passage) {
    return library.books().stream()
        .filter(book ->
            Objects.equals(book.file(), passage.file())
                && (passage.file() != null || book.name().equals(passage.name())))
        .findFirst();
  }

  private static void look(Library.Book book, List<Looked> claims) {
    var pages = book.pages().get();
    var texts = pages.stream().map(page -> ComparedText.of(page.text())).toList();
    for (var one : claims) {
      var passage = one.passage;
      boolean here = passage != null && Objects.equals(book.file(), passage.file());
      int page = here && passage != null ? passage.page() : 1;
      int near = here && passage != null ? passage.start() : 0;
      one.place =
          onPage(book, pages, texts, one.quote, page, near)
              .or(() -> acrossPages(book, pages, one.quote, page))
              .orElse(null);
    }
  }

  /// On the page nearest to the one that is named.
  private static Optional<Place> onPage(
      Library.Book book,
      List<PageText> pages,
      List<ComparedText> texts,
      Quote quote,
      int number,
      int near) {
    Optional<Place> best = Optional.empty();
    int distance = Integer.MAX_VALUE;
    for (int i = 0; i < pages.size(); i++) {
      var page = pages.get(i);
      int apart = Math.abs(page.number() - number);
      if (apart < distance) {
        var found = quote.in(texts.get(i), apart == 0 ? near : 0);
        if (found.isPresent()) {
          best = found.map(place -> place(book, page, place.start(), place.end()));
          distance = apart;
        }
      }
    }
    return best;
  }

  /// From the end of a page to the beginning of the next one.
  private static Optional<Place> acrossPages(
      Library.Book book, List<PageText> pages, Quote quote, int number) {
    Optional<Place> best = Optional.empty();
    int distance = Integer.MAX_VALUE;
    for (int i = 0; i + 1 < pages.size(); i++) {
      var page = pages.get(i);
      int apart = Math.abs(page.number() - number);
      if (apart < distance) {
        var found = across(page.text(), pages.get(i + 1).text(), quote);
        if (found.isPresent()) {
          best = found.map(start -> place(book, page, start, page.text().length()));
          distance = apart;
        }
      }
    }
    return best;
  }

  private static Optional<Integer> across(String page, String next, Quote quote) {
    int from = Math.max(0, page.length() - AROUND);
    var both = page.substring(from) + "\n" + next.substring(0, Math.min(next.length(), AROUND));
    return quote
        .in(ComparedText.of(both), page.length() - from)
        .map(found -> found.start() + from)
        .filter(start -> start < page.length());
  }

  /// How much of two pages is looked through for what begins on one and ends on the other.
  private static final int AROUND = 2_000;

  private static Place place(Library.Book book, PageText page, int start, int end) {
    return new Place(book.file(), book.name(), page.number(), page.label(), start, end);
  }

  private static Place place(SourcePassage passage, int start, int end) {
    return new Place(passage.file(), passage.name(), passage.page(), passage.label(), start, end);
  }
}
