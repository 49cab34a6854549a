package org.colloquy.server.core.search;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// What is looked for in the index.
///
/// @param words all of which must occur, the last one perhaps only begun; those in quotation marks
///   one after the other
/// @param from the earliest time; null for any
/// @param until the first moment that is too late; null for none
/// @param within the only conversations; null for all
/// @param after only what comes after this; null for the beginning
public record Wanted(
    Kind kind,
    String words,
    @Nullable Instant from,
    @Nullable Instant until,
    Map<Facet, String> facets,
    @Nullable Set<ConversationId> within,
    @Nullable Place after,
    int most) {
  public Wanted {
    facets = Map.copyOf(facets);
  }
}
