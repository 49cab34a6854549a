package org.colloquy.server.retrieval.search;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.search.Entry;
import org.colloquy.server.core.search.Facet;
import org.colloquy.server.core.search.Kind;
import org.colloquy.server.core.search.Place;
import org.colloquy.server.core.search.SearchIndex.Found;
import org.colloquy.server.core.search.Wanted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// What tests of the search index have in common.
abstract class LuceneIndexCase {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
  static final AccountId ADA = new AccountId(new UUID(1, 1));
  static final AccountId BOB = new AccountId(new UUID(1, 2));
  @TempDir Path folder;
  LuceneIndex index = opened(LuceneIndex.inMemory());
  long numbers;

  static LuceneIndex opened(LuceneIndex index) {
    index.open();
    return index;
  }

  @AfterEach
  void close() {
    index.close();
  }

  Entry message(AccountId owner, String text) {
    return message(owner, text, Map.of());
  }

  Entry message(AccountId owner, String text, Map<Facet, String> facets) {
    numbers++;
    return new Entry(
        Kind.MESSAGE,
        new UUID(2, numbers),
        numbers,
        owner,
        new ConversationId(new UUID(3, numbers % 5)),
        NOON.plusSeconds(numbers / 3),
        text,
        facets);
  }

  Entry put(String text) {
    var entry = message(ADA, text);
    put(entry);
    return entry;
  }

  void put(Entry... entries) {
    index.put(List.of(entries));
    index.publish();
  }

  static Wanted wanted(String words) {
    return wanted(words, null, 100);
  }

  static Wanted wanted(String words, @Nullable Place after, int most) {
    return new Wanted(Kind.MESSAGE, words, null, null, Map.of(), null, after, most);
  }

  List<UUID> found(String words) {
    return ids(index.find(ADA, wanted(words)));
  }

  static List<UUID> ids(List<Found> found) {
    return found.stream().map(Found::id).toList();
  }
}
