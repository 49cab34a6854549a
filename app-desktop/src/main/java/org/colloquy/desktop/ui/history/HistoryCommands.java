package org.colloquy.desktop.ui.history;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.SidebarClient;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// Marks and moves conversations, one or several at once.
public final class HistoryCommands {
  private final SidebarClient sidebar;
  private final KnownConversations known;
  private Consumer<ConversationEntry> shared = _ -> {};

  public HistoryCommands(SidebarClient sidebar, KnownConversations known) {
    this.sidebar = sidebar;
    this.known = known;
  }

  /// Tells when a person wants to let others into a conversation.
  public void whenSharingWanted(Consumer<ConversationEntry> listener) {
    shared = listener;
  }

  /// Asks for others to be let into a conversation.
  void share(ConversationEntry conversation) {
    shared.accept(conversation);
  }

  /// Pins them, or lets go of them when all are pinned.
  public void pin(List<ConversationEntry> conversations) {
    boolean wanted = !all(conversations, each -> each.place().pinned());
    change(conversations, id -> sidebar.pin(id, wanted));
  }

  /// Puts them into the archive, or takes them out when all are in it.
  public void archive(List<ConversationEntry> conversations) {
    boolean wanted = !all(conversations, each -> each.place().archived());
    change(conversations, id -> sidebar.archive(id, wanted));
  }

  /// Marks them as unread, or as seen when all are unread.
  public void mark(List<ConversationEntry> conversations) {
    boolean wanted = !all(conversations, each -> each.place().unread());
    change(conversations, id -> sidebar.mark(id, wanted));
  }

  /// A person sees it now.
  void see(ConversationEntry conversation) {
    change(List.of(conversation), id -> sidebar.mark(id, false));
  }

  /// Puts them into a folder.
  ///
  /// @param folder null for none
  public void move(List<ConversationEntry> conversations, @Nullable UUID folder) {
    change(conversations, id -> sidebar.move(id, folder));
  }

  /// Gives it the tags that stand in the text with commas between them.
  public void tag(ConversationEntry conversation, String text) {
    var tags =
        Stream.of(text.split(",", -1)).map(String::strip).filter(Predicate.not(String::isEmpty));
    var wanted = tags.distinct().toList();
    if (!wanted.equals(conversation.place().tags())) {
      change(List.of(conversation), id -> sidebar.tag(id, wanted));
    }
  }

  static boolean all(
      List<ConversationEntry> conversations, Predicate<ConversationEntry> condition) {
    return conversations.stream().allMatch(condition);
  }

  private void change(
      List<ConversationEntry> conversations, Function<ConversationId, ConversationEntry> work) {
    if (!conversations.isEmpty()) {
      known.run(
          () -> conversations.stream().map(each -> work.apply(each.id())).toList(), known::put);
    }
  }
}
