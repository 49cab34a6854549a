package org.colloquy.server.core.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.model.AccountId;
import org.colloquy.model.AgentId;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/// Looks through everything that the caller has. The index only says where to look: what is shown
/// comes from the store, so nothing is found that is gone, in the trash or somebody else's.
public final class Searches {
  /// The longest search, in characters.
  public static final int LONGEST_WORDS = 500;

  /// How many of a kind are told at once.
  public static final int MOST_HITS = 50;

  private final SearchStore store;
  private final SearchIndex index;
  private final BooleanSupplier building;

  /// @param building whether the index is still being built
  public Searches(SearchStore store, SearchIndex index, BooleanSupplier building) {
    this.store = store;
    this.index = index;
    this.building = building;
  }

  /// What fits, in groups.
  public SearchResult search(Caller caller, SearchRequest request) {
    new Rules()
        .filled(request.words(), "q", LONGEST_WORDS)
        .expect(
            request.most() >= 1 && request.most() <= MOST_HITS,
            "limit",
            "It must be from 1 to " + MOST_HITS + ".")
        .expect(
            request.after() == null || request.kinds().size() == 1,
            "after",
            "It needs a single kind.")
        .check();
    // Asked first: what is found by an index that was finished meanwhile is complete.
    boolean unfinished = building.getAsBoolean();
    var groups =
        Stream.of(Kind.values())
            .filter(kind -> request.kinds().isEmpty() || request.kinds().contains(kind))
            .filter(kind -> has(kind, request.facets().keySet()))
            .map(kind -> group(caller.account(), kind, request))
            .filter(group -> !group.hits().isEmpty() || group.next() != null)
            .toList();
    return new SearchResult(unfinished, groups);
  }

  /// Whether things of a kind have these facets.
  private static boolean has(Kind kind, Set<Facet> facets) {
    var own =
        switch (kind) {
          case CONVERSATION, MEMORY -> Set.of(Facet.AGENT);
          case MESSAGE -> Set.of(Facet.AGENT, Facet.ROLE, Facet.MODEL);
          case FILE -> Set.of(Facet.AGENT, Facet.TYPE);
        };
    return own.containsAll(facets);
  }

  private SearchResult.Group group(AccountId owner, Kind kind, SearchRequest request) {
    var found = index.find(owner, wanted(owner, kind, request));
    boolean more = found.size() > request.most();
    var shown = more ? found.subList(0, request.most()) : found;
    var next = more ? shown.getLast().place() : null;
    return new SearchResult.Group(kind, hits(owner, kind, request.words(), shown), next);
  }

  /// One more than is shown, to know whether there is more.
  private Wanted wanted(AccountId owner, Kind kind, SearchRequest request) {
    var facets = new HashMap<>(request.facets());
    Set<ConversationId> within = null;
    if (kind != Kind.MEMORY) {
      within = within(owner, facets.remove(Facet.AGENT));
    }
    return new Wanted(
        kind,
        request.words(),
        request.from(),
        request.until(),
        facets,
        within,
        request.after(),
        request.most() + 1);
  }

  private @Nullable Set<ConversationId> within(AccountId owner, @Nullable String agent) {
    return agent == null ? null : store.withAgent(owner, new AgentId(UUID.fromString(agent)));
  }

  private List<SearchResult.Hit> hits(
      AccountId owner, Kind kind, String words, List<SearchIndex.Found> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    var ids = found.stream().map(SearchIndex.Found::id).toList();
    Map<UUID, Entry> entries =
        store.entries(owner, kind, ids).stream()
            .collect(Collectors.toMap(Entry::id, Function.identity()));
    var titles = titles(owner, kind, entries);
    var hits = new ArrayList<SearchResult.Hit>();
    for (var one : found) {
      var entry = entries.get(one.id());
      if (entry != null) {
        var conversation = entry.conversation();
        var title = conversation == null ? "" : titles.getOrDefault(conversation, "");
        var page = page(owner, one);
        var text = page == null ? entry.text() : page.text();
        hits.add(new SearchResult.Hit(entry, title, page, index.excerpt(words, text)));
      }
    }
    return hits;
  }

  private @Nullable FilePage page(AccountId owner, SearchIndex.Found found) {
    return found.page() == 0
        ? null
        : store.page(owner, new AttachmentId(found.id()), found.page()).orElse(null);
  }

  private Map<ConversationId, String> titles(AccountId owner, Kind kind, Map<UUID, Entry> entries) {
    if (kind == Kind.MEMORY) {
      return Map.of();
    }
    return store.titles(
        owner,
        entries.values().stream()
            .map(Entry::conversation)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }
}
