package org.colloquy.server.core.search;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody looks for.
///
/// @param kinds empty for all
/// @param from the earliest time; null for any
/// @param until the first moment that is too late; null for none
/// @param facets what has none of these facets is not found
/// @param most how many of each kind
/// @param after where a single kind goes on; null for the beginning
public record SearchRequest(
    String words,
    Set<Kind> kinds,
    @Nullable Instant from,
    @Nullable Instant until,
    Map<Facet, String> facets,
    int most,
    @Nullable Place after) {
  public SearchRequest {
    kinds = Set.copyOf(kinds);
    facets = Map.copyOf(facets);
  }
}
