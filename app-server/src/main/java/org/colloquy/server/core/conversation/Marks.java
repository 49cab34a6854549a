package org.colloquy.server.core.conversation;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.identity.Caller;

/// A person's list of conversations, and what they are marked with. Other people's are not found.
public final class Marks {
  /// The longest tag, in characters.
  public static final int LONGEST_TAG = 40;

  /// How many tags a conversation may have.
  public static final int MOST_TAGS = 20;

  private final MarkStore store;
  private final Conversations conversations;

  public Marks(MarkStore store, Conversations conversations) {
    this.store = store;
    this.conversations = conversations;
  }

  /// Those that are wanted, last touched first.
  public List<MarkedConversation> list(Caller caller, Listing listing) {
    new Rules().expect(listing.page().most() >= 1, "limit", "It must be at least 1.").check();
    return store.list(caller.account(), listing);
  }

  public MarkedConversation get(Caller caller, ConversationId id) {
    return new MarkedConversation(conversations.get(caller, id), store.of(id));
  }

  /// Marks a conversation. A tag that the caller has in other letters of the same is spelled as it
  /// is there.
  public void change(Caller caller, ConversationId id, MarkChange change) {
    var tags = change.tags();
    if (tags != null) {
      check(tags);
    }
    var spelled = tags == null ? change : change.tagged(spelled(caller, tags));
    if (!store.change(caller.account(), id, spelled)) {
      throw new ProblemException(new Problem.NotFound("conversation"));
    }
  }

  /// All tags of the caller's.
  public List<Tag> tags(Caller caller) {
    return store.tags(caller.account());
  }

  private static void check(List<String> tags) {
    var rules =
        new Rules()
            .expect(tags.size() <= MOST_TAGS, "tags", "Too many: " + MOST_TAGS + " are allowed.");
    for (var tag : tags) {
      rules
          .filled(tag, "tags", LONGEST_TAG)
          .expect(
              tag.chars().noneMatch(letter -> letter == ',' || Character.isISOControl(letter)),
              "tags",
              "A tag has no commas and no line breaks.");
    }
    rules.check();
  }

  private List<String> spelled(Caller caller, List<String> tags) {
    var known = new TreeMap<String, String>();
    tags(caller).forEach(tag -> known.put(key(tag.name()), tag.name()));
    tags.forEach(tag -> known.putIfAbsent(key(tag), tag.strip()));
    return tags.stream().map(tag -> known.getOrDefault(key(tag), tag)).distinct().toList();
  }

  private static String key(String tag) {
    return tag.strip().toLowerCase(Locale.ROOT);
  }
}
