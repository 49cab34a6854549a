package org.colloquy.server.core.search;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// Something that can be found, as it is stored.
///
/// @param number unlike that of all others of its kind; later ones are higher
/// @param conversation that it belongs to, or is; null for what belongs to none
/// @param time of a conversation when it was last touched, of a memory when it was changed
/// @param text in which words are looked for
/// @param facets those that it has
public record Entry(
    Kind kind,
    UUID id,
    long number,
    AccountId owner,
    @Nullable ConversationId conversation,
    Instant time,
    String text,
    Map<Facet, String> facets) {
  public Entry {
    facets = Map.copyOf(facets);
  }
}
