package org.colloquy.desktop.ui.history;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.FolderEntry;
import org.colloquy.desktop.client.ShareClient;
import org.colloquy.desktop.client.ShareEntry;
import org.colloquy.desktop.client.SidebarClient;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.jspecify.annotations.Nullable;

/// Fetches conversations and folders: all of them once, and later one by one as they change.
public final class KnownConversations {
  private static final int NEWEST = 50;

  private final ApiClient api;
  private final SidebarClient sidebar;
  private final ShareClient shares;
  private final Background background;
  private final ReadOnlyObjectWrapper<Known> now = new ReadOnlyObjectWrapper<>(Known.NOTHING);
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

  public KnownConversations(
      ApiClient api, SidebarClient sidebar, ShareClient shares, Background background) {
    this.api = api;
    this.sidebar = sidebar;
    this.shares = shares;
    this.background = background;
  }

  public ReadOnlyObjectProperty<Known> now() {
    return now.getReadOnlyProperty();
  }

  /// Why the last action did not work; null when it did.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Runs the work elsewhere, and tells when it did not work.
  <T> void run(Supplier<T> work, Consumer<T> done) {
    background.run(
        work,
        result -> {
          failure.set(null);
          done.accept(result);
        },
        failure::set);
  }

  /// All but the archive.
  void load() {
    load(api::conversations);
  }

  /// The archive as well.
  void loadAll() {
    load(() -> Stream.of(api.conversations(), sidebar.archived()).flatMap(List::stream).toList());
  }

  /// Folders at the same time; they are there first, as a rule.
  private void load(Supplier<List<ConversationEntry>> conversations) {
    background.run(
        sidebar::folders, folders -> now.set(now.get().withFolders(folders)), failure::set);
    run(conversations, found -> now.set(new Known(found, now.get().folders(), now.get().shared())));
    loadShared(() -> {});
  }

  /// What others share, now. Without it there is one's own.
  ///
  /// @param then what happens when that is known, or cannot be
  void loadShared(Runnable then) {
    background.run(
        shares::shared,
        found -> {
          now.set(now.get().withShared(found));
          then.run();
        },
        _ -> then.run());
  }

  /// A person has seen all that was answered in what somebody else shares.
  void seeShared(ConversationId id) {
    now.set(now.get().withSeen(id));
    background.run(
        () -> {
          shares.seen(id);
          return id;
        },
        _ -> {},
        _ -> {});
  }

  /// Takes over what was touched by others since everything was fetched.
  void loadNewest() {
    if (!now.get().conversations().isEmpty()) {
      background.run(() -> api.lastTouched(NEWEST), this::put, _ -> {});
    }
    loadShared(() -> {});
  }

  /// Looks how this one is now.
  void refresh(ConversationId id, Consumer<ConversationEntry> then) {
    background.run(
        () -> api.conversation(id),
        entry -> {
          put(List.of(entry));
          then.accept(entry);
        },
        why -> {
          if (why instanceof Failure.Told(Problem.NotFound _)) {
            forget(List.of(id));
          } else {
            failure.set(why);
          }
        });
  }

  /// Looks how this one is now, without a word about it when that cannot be told.
  ///
  /// @param then what happens in both cases
  void look(ConversationId id, Consumer<ConversationEntry> done, Runnable then) {
    background.run(
        () -> api.conversation(id),
        entry -> {
          if (!now.get().find(id).equals(Optional.of(entry))) {
            put(List.of(entry));
          }
          done.accept(entry);
          then.run();
        },
        _ -> then.run());
  }

  /// Does something if others than its owner may ask in this one, which is one's own.
  void findWriters(ConversationId id, Runnable found) {
    background.run(
        () -> shares.shares(id),
        all -> {
          if (all.stream().anyMatch(ShareEntry::writable)) {
            found.run();
          }
        },
        _ -> {});
  }

  /// Tells what was said last in a conversation that somebody looks at.
  Glances glances() {
    return new Glances(sidebar, background);
  }

  void put(List<ConversationEntry> changed) {
    now.set(now.get().with(changed));
  }

  void forget(List<ConversationId> gone) {
    now.set(now.get().without(gone));
  }

  void addFolder(String name, Consumer<FolderEntry> then) {
    run(
        () -> sidebar.addFolder(name),
        added -> {
          var folders = Stream.concat(now.get().folders().stream(), Stream.of(added)).toList();
          now.set(now.get().withFolders(folders));
          then.accept(added);
        });
  }

  void renameFolder(UUID id, String name) {
    run(
        () -> sidebar.renameFolder(id, name),
        renamed ->
            now.set(
                now.get()
                    .withFolders(
                        now.get().folders().stream()
                            .map(each -> each.id().equals(id) ? renamed : each)
                            .toList())));
  }

  /// Its conversations stay.
  void removeFolder(UUID id) {
    run(
        () -> {
          sidebar.removeFolder(id);
          return id;
        },
        _ -> load());
  }
}
