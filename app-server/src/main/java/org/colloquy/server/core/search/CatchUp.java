package org.colloquy.server.core.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.colloquy.model.AccountId;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;

/// Brings an index to what is stored, again and again, from wherever it is. Whatever is said to the
/// index is read from the store at that moment, so doing something twice, or late, does no harm.
final class CatchUp {
  /// How long changes are kept for those who look seldom.
  static final Duration CHANGES_KEPT = Duration.ofDays(30);

  private static final Duration TOO_OLD = CHANGES_KEPT.minusDays(1);
  private static final int AT_ONCE = 500;

  /// After this time nothing is expected any more with a lower number than what was seen.
  private static final Duration LATE = Duration.ofSeconds(5);

  /// How far below what was seen something that comes late may be.
  private static final long FAR_BELOW = 1_000;

  private final SearchStore store;
  private final IndexFeed index;
  private final Map<AccountId, Long> messages = new HashMap<>();
  private final List<SecondLook> looks = new ArrayList<>();
  private long changes;
  private boolean purgeWanted;

  /// Opens the index.
  CatchUp(SearchStore store, IndexFeed index, Instant now) {
    this.store = store;
    this.index = index;
    var known = index.open();
    store.forgetChanges(now.minus(CHANGES_KEPT));
    if (isUsable(known, now)) {
      changes = known.changes();
      messages.putAll(known.messages());
      purgeWanted = known.purgeWanted();
    } else {
      restart();
    }
  }

  /// Where to look again for what was committed later than its number suggests.
  private record SecondLook(AccountId owner, long messagesFrom, long changesFrom, Instant due) {}

  private boolean isUsable(Progress known, Instant now) {
    return !known.isNone()
        && known.keptAt().isAfter(now.minus(TOO_OLD))
        && known.changes() <= store.newestChange();
  }

  /// Empties the index and begins with nothing.
  void restart() {
    index.clear();
    messages.clear();
    looks.clear();
    purgeWanted = false;
    changes = store.newestChange();
  }

  /// Says everything new to the index.
  ///
  /// @param goOn asked after each helping; when it says no, the rest is left for the next time
  /// @return whether there was anything
  boolean pass(Instant now, BooleanSupplier goOn) {
    long before = changes;
    boolean moved = applyChanges(changes);
    var newest = store.newestMessages();
    moved |= forgetOthersThan(newest);
    for (var account : newest.entrySet()) {
      moved |= follow(account.getKey(), account.getValue(), before, now, goOn);
    }
    return lookAgain(now) || moved;
  }

  private boolean applyChanges(long from) {
    boolean any = false;
    long after = from;
    var next = store.changes(after, AT_ONCE);
    while (!next.isEmpty()) {
      next.forEach(this::apply);
      after = next.getLast().number();
      any = true;
      next = store.changes(after, AT_ONCE);
    }
    changes = Math.max(changes, after);
    return any;
  }

  private void apply(Change change) {
    switch (change.what()) {
      case ACCOUNT -> {
        var owner = new AccountId(change.subject());
        index.removeAccount(owner);
        messages.remove(owner);
        purgeWanted = true;
      }
      case CONVERSATION -> replace(new ConversationId(change.subject()));
      case FORGOTTEN -> {
        index.removeConversation(new ConversationId(change.subject()));
        purgeWanted = true;
      }
      case TITLE -> refresh(Kind.CONVERSATION, change);
      case MESSAGE -> refresh(Kind.MESSAGE, change);
      case FILE -> refresh(Kind.FILE, change);
      case MEMORY -> refresh(Kind.MEMORY, change);
    }
  }

  private void refresh(Kind kind, Change change) {
    var entry = store.entry(kind, change.subject());
    if (entry.isPresent()) {
      put(entry.get());
    } else {
      index.remove(kind, change.subject());
      purgeWanted |= kind == Kind.MEMORY || kind == Kind.FILE;
    }
  }

  private void replace(ConversationId conversation) {
    index.removeConversation(conversation);
    store.others(conversation).forEach(this::put);
    long after = 0;
    Batch batch;
    do {
      batch = store.messages(conversation, after);
      index.put(batch.entries());
      after = batch.upTo();
    } while (batch.more());
  }

  private boolean forgetOthersThan(Map<AccountId, Long> newest) {
    var gone = new HashSet<>(messages.keySet());
    gone.removeAll(newest.keySet());
    gone.forEach(owner -> {
      index.removeAccount(owner);
      messages.remove(owner);
    });
    return !gone.isEmpty();
  }

  private boolean follow(
      AccountId owner, long newest, long changesBefore, Instant now, BooleanSupplier goOn) {
    boolean isNew = !messages.containsKey(owner);
    if (isNew) {
      store.others(owner).forEach(this::put);
      messages.put(owner, 0L);
    }
    long from = messages.getOrDefault(owner, 0L);
    if (newest <= from) {
      return isNew;
    }
    var touched = new HashSet<ConversationId>();
    for (long known = from; known < newest && goOn.getAsBoolean(); ) {
      var batch = store.messages(owner, known);
      index.put(batch.entries());
      batch.entries().stream()
          .map(Entry::conversation)
          .filter(Objects::nonNull)
          .forEach(touched::add);
      known = batch.more() ? batch.upTo() : Math.max(newest, batch.upTo());
      messages.put(owner, known);
    }
    if (!isNew) {
      touched.forEach(id -> store.entry(Kind.CONVERSATION, id.value()).ifPresent(this::put));
    }
    if (store.isShared()) {
      long below = Math.max(from, newest - FAR_BELOW);
      looks.add(new SecondLook(owner, below, changesBefore, now.plus(LATE)));
    }
    return true;
  }

  private void put(Entry entry) {
    index.put(List.of(entry));
    if (entry.kind() == Kind.FILE) {
      var file = new AttachmentId(entry.id());
      for (var pages = store.pages(file, 0);
          !pages.isEmpty();
          pages = store.pages(file, pages.getLast().number())) {
        index.putPages(entry, pages);
      }
    }
  }

  private boolean lookAgain(Instant now) {
    var due = looks.stream().filter(look -> !look.due().isAfter(now)).toList();
    looks.removeAll(due);
    for (var look : due) {
      applyChanges(look.changesFrom());
      long upTo = messages.getOrDefault(look.owner(), 0L);
      for (long known = look.messagesFrom(); known < upTo; ) {
        var batch = store.messages(look.owner(), known);
        index.put(batch.entries());
        known = batch.more() ? batch.upTo() : upTo;
      }
    }
    return !due.isEmpty();
  }

  /// Whether the index has as many messages as can be found.
  boolean agrees() {
    return index.messageCount() == store.messageCount();
  }

  /// Whether words of what was deleted for good may be in its files; asked once for each time.
  boolean takePurgeWanted() {
    boolean wanted = purgeWanted;
    purgeWanted = false;
    return wanted;
  }

  /// How far it is, not counting what has to be looked at again.
  Progress progress(Instant now) {
    var sure = new HashMap<>(messages);
    long sureChanges = changes;
    for (var look : looks) {
      sure.merge(look.owner(), look.messagesFrom(), Math::min);
      sureChanges = Math.min(sureChanges, look.changesFrom());
    }
    return new Progress(sureChanges, sure, purgeWanted, now);
  }
}
