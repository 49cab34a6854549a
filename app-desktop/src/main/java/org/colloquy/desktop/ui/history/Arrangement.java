package org.colloquy.desktop.ui.history;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.FolderEntry;
import org.colloquy.desktop.client.SharedEntry;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// Puts conversations into the rows of the sidebar: pinned ones, folders, then the others by day.
/// What is looked for stands without folders.
final class Arrangement {
  private final Known known;
  private final Wanted wanted;
  private final Set<String> folded;
  private final Clock clock;
  private final List<HistoryRow> rows = new ArrayList<>();

  /// Which conversations are wanted.
  ///
  /// @param words only titles that contain this
  /// @param tag only those with this tag; empty for all
  /// @param archived the archive instead of the others
  /// @param selected the conversation that is open, where nothing is unread
  record Wanted(String words, String tag, boolean archived, @Nullable ConversationId selected) {
    private boolean takes(ConversationEntry conversation) {
      var place = conversation.place();
      return place.archived() == archived
          && (tag.isEmpty() || place.tags().contains(tag))
          && conversation.title().toLowerCase(Locale.getDefault()).contains(lower());
    }

    private boolean takes(SharedEntry conversation) {
      return !archived
          && tag.isEmpty()
          && conversation.title().toLowerCase(Locale.getDefault()).contains(lower());
    }

    private String lower() {
      return words.strip().toLowerCase(Locale.getDefault());
    }

    private boolean narrow() {
      return archived || !tag.isEmpty() || !words.isBlank();
    }
  }

  private Arrangement(Known known, Wanted wanted, Set<String> folded, Clock clock) {
    this.known = known;
    this.wanted = wanted;
    this.folded = folded;
    this.clock = clock;
  }

  /// @param folded the folders whose conversations are not shown
  static List<HistoryRow> rows(Known known, Wanted wanted, Set<String> folded, Clock clock) {
    return new Arrangement(known, wanted, folded, clock).arranged();
  }

  private List<HistoryRow> arranged() {
    var shown = known.conversations().stream().filter(wanted::takes).toList();
    Predicate<ConversationEntry> above = each -> each.place().pinned() && !wanted.archived();
    var pinned = shown.stream().filter(above).toList();
    if (!pinned.isEmpty()) {
      rows.add(new HistoryRow.Heading(Group.PINNED));
      pinned.forEach(each -> rows.add(line(each, false)));
    }
    shared();
    var others = shown.stream().filter(above.negate()).toList();
    if (wanted.narrow()) {
      days(others);
    } else {
      folders(others);
      var there = known.folders().stream().map(FolderEntry::id).collect(Collectors.toSet());
      days(others.stream().filter(each -> !isIn(there, each)).toList());
    }
    return rows;
  }

  /// They are in no archive and have no tags.
  private void shared() {
    var found = known.shared().stream().filter(wanted::takes).toList();
    if (!found.isEmpty()) {
      rows.add(new HistoryRow.Heading(Group.SHARED));
      found.forEach(each -> rows.add(new HistoryRow.Shared(each)));
    }
  }

  private void folders(List<ConversationEntry> conversations) {
    if (known.folders().isEmpty()) {
      return;
    }
    rows.add(new HistoryRow.Heading(Group.FOLDERS));
    for (var folder : known.folders()) {
      var inside =
          conversations.stream().filter(each -> folder.id().equals(each.place().folder())).toList();
      boolean unfolded = !folded.contains(folder.id().toString());
      boolean unread = inside.stream().anyMatch(this::unread);
      rows.add(new HistoryRow.Folder(folder, inside.size(), unfolded, unread));
      if (unfolded) {
        inside.forEach(each -> rows.add(line(each, true)));
      }
    }
  }

  private static boolean isIn(Set<UUID> folders, ConversationEntry conversation) {
    var folder = conversation.place().folder();
    return folder != null && folders.contains(folder);
  }

  private void days(List<ConversationEntry> conversations) {
    var today = LocalDate.now(clock);
    Group before = null;
    for (var conversation : conversations) {
      var day = LocalDate.ofInstant(conversation.updatedAt(), clock.getZone());
      var group = Group.of(day, today);
      if (group != before) {
        rows.add(new HistoryRow.Heading(group));
        before = group;
      }
      rows.add(line(conversation, false));
    }
  }

  private HistoryRow line(ConversationEntry conversation, boolean inside) {
    return new HistoryRow.Line(conversation, inside, unread(conversation));
  }

  private boolean unread(ConversationEntry conversation) {
    return conversation.place().unread() && !conversation.id().equals(wanted.selected());
  }
}
