package org.colloquy.desktop.ui.history;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.FolderEntry;
import org.colloquy.desktop.client.SharedEntry;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// The conversations and folders that the window knows.
///
/// @param conversations last touched first; archived ones as far as they were asked for
/// @param folders by name
/// @param shared what others share, last touched first
public record Known(
    List<ConversationEntry> conversations, List<FolderEntry> folders, List<SharedEntry> shared) {
  static final Known NOTHING = new Known(List.of(), List.of(), List.of());

  public Known {
    conversations =
        conversations.stream()
            .sorted(Comparator.comparing(ConversationEntry::updatedAt).reversed())
            .toList();
    folders =
        folders.stream()
            .sorted(Comparator.comparing(FolderEntry::name, String.CASE_INSENSITIVE_ORDER))
            .toList();
    shared = List.copyOf(shared);
  }

  public Optional<ConversationEntry> find(@Nullable ConversationId id) {
    return conversations.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// What somebody else shares under this id.
  public Optional<SharedEntry> findShared(@Nullable ConversationId id) {
    return shared.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// What this one is called, whosever it is; empty when it is not known.
  String title(@Nullable ConversationId id) {
    return find(id)
        .map(ConversationEntry::title)
        .or(() -> findShared(id).map(SharedEntry::title))
        .orElse("");
  }

  /// All tags, without regard to case.
  SortedSet<String> tags() {
    return conversations.stream()
        .flatMap(each -> each.place().tags().stream())
        .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
  }

  /// With these as they are now.
  Known with(List<ConversationEntry> changed) {
    Map<ConversationId, ConversationEntry> all =
        conversations.stream()
            .collect(
                Collectors.toMap(
                    ConversationEntry::id,
                    Function.identity(),
                    (_, later) -> later,
                    LinkedHashMap::new));
    changed.forEach(each -> all.put(each.id(), each));
    return new Known(List.copyOf(all.values()), folders, shared);
  }

  Known without(List<ConversationId> gone) {
    return new Known(
        conversations.stream().filter(each -> !gone.contains(each.id())).toList(), folders, shared);
  }

  Known withFolders(List<FolderEntry> others) {
    return new Known(conversations, others, shared);
  }

  /// With what is shared under this id seen.
  Known withSeen(ConversationId id) {
    return withShared(
        shared.stream().map(each -> each.id().equals(id) ? each.seen() : each).toList());
  }

  Known withShared(List<SharedEntry> others) {
    return new Known(conversations, folders, others);
  }
}
