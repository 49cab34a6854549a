package org.colloquy.server.core.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.identity.Caller;

/// What a person can do with conversations. Other people's are not found.
public final class Conversations {
  /// The longest title, in characters.
  public static final int LONGEST_TITLE = 255;

  /// The largest message, in bytes of UTF-8.
  public static final int LARGEST_MESSAGE = 2 * 1024 * 1024;

  /// How long a removed conversation can be restored.
  public static final Duration KEPT_IN_TRASH = Duration.ofDays(30);

  private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

  private final ConversationStore store;
  private final MessageStore messages;
  private final Audit audit;
  private final InstantSource clock;
  private final Ids ids;

  public Conversations(
      ConversationStore store, MessageStore messages, Audit audit, InstantSource clock, Ids ids) {
    this.store = store;
    this.messages = messages;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /// Starts an empty conversation. An empty title is replaced by the first words said.
  public Conversation create(Caller caller, String title) {
    return create(caller, title, List.of());
  }

  /// Starts a conversation whose first message tells the model who it is.
  public ConversationThread createInstructed(Caller caller, String title, String instructions) {
    var created = create(caller, title, List.of(instructions));
    return thread(caller, created.id());
  }

  /// The conversation with this id, which somebody else made up; started if there is none yet.
  public Conversation getOrCreate(Caller caller, ConversationId id) {
    return store.find(caller.account(), id).orElseGet(() -> createAs(caller, id));
  }

  private Conversation createAs(Caller caller, ConversationId id) {
    try {
      return store.add(new NewConversation(id, caller.account(), "", clock.instant()), List.of());
    } catch (ProblemException e) {
      // Somebody else's, in the trash, or made this very moment by another request of the same
      // person.
      return store.find(caller.account(), id).orElseThrow(Conversations::notFound);
    }
  }

  /// The conversation with this id, or the one that the message with this id is in.
  public Conversation getAround(Caller caller, UUID id) {
    return store
        .find(caller.account(), new ConversationId(id))
        .or(() ->
            messages
                .find(caller.account(), new MessageId(id))
                .flatMap(message -> store.find(caller.account(), message.conversation())))
        .orElseThrow(Conversations::notFound);
  }

  /// Adds a message to the end of the active branch, and asks no model.
  public Message add(Caller caller, ConversationId id, Role role, String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_MESSAGE) {
      throw new ProblemException(new Problem.TooLarge(LARGEST_MESSAGE));
    }
    new Rules().atMost(text, "text", LARGEST_MESSAGE).check();
    return messages.appendToEnd(
        NewMessage.said(
            new MessageId(ids.next()), get(caller, id).id(), role, text, clock.instant()));
  }

  /// A message of one of the caller's conversations.
  public Message message(Caller caller, MessageId id) {
    return messages.find(caller.account(), id).orElseThrow(() -> notFound("message"));
  }

  public Conversation get(Caller caller, ConversationId id) {
    return store.find(caller.account(), id).orElseThrow(Conversations::notFound);
  }

  public Conversation getByNumber(Caller caller, long number) {
    return store.findByNumber(caller.account(), number).orElseThrow(Conversations::notFound);
  }

  /// All of them, last created first.
  public List<Conversation> newestFirst(Caller caller) {
    return store.newestFirst(caller.account());
  }

  /// What people and models said last in all conversations, oldest first; an answer that is still
  /// growing is left out.
  public List<Message> latestSaid(Caller caller, int most) {
    return messages.latest(caller.account(), most).reversed();
  }

  /// The active branch of a conversation.
  public ConversationThread thread(Caller caller, ConversationId id) {
    return thread(caller, id, Shown.EVERYTHING);
  }

  /// What is shown of the active branch of a conversation.
  public ConversationThread thread(Caller caller, ConversationId id, Shown shown) {
    return store.thread(caller.account(), id, shown).orElseThrow(Conversations::notFound);
  }

  /// What is shown of the active branch of a conversation.
  public ConversationThread threadByNumber(Caller caller, long number, Shown shown) {
    return store
        .threadByNumber(caller.account(), number, shown)
        .orElseThrow(Conversations::notFound);
  }

  /// All messages at the place of this one, itself included, oldest first.
  public List<MessageId> siblings(Caller caller, Message message) {
    get(caller, message.conversation());
    return messages.siblings(message);
  }

  /// Makes the newest branch through this message the active one.
  public ConversationThread showBranch(Caller caller, ConversationId id, MessageId through) {
    get(caller, id);
    var tree = new MessageTree(messages.tree(id));
    var leaf = tree.leafThrough(through).orElseThrow(() -> notFound("message"));
    var shown = store.activate(caller.account(), id, leaf).orElseThrow(Conversations::notFound);
    return ConversationThread.of(shown, tree);
  }

  public Conversation rename(Caller caller, ConversationId id, String title) {
    new Rules().filled(title, "title", LONGEST_TITLE).check();
    return store.rename(caller.account(), id, title).orElseThrow(Conversations::notFound);
  }

  /// Gives it another title, and says when it was last touched.
  public Conversation rename(Caller caller, ConversationId id, String title, Instant touchedAt) {
    new Rules()
        .filled(title, "title", LONGEST_TITLE)
        .expect(
            !touchedAt.isBefore(Instant.EPOCH) && touchedAt.isBefore(END_OF_TIME),
            "touchedAt",
            "It must be from 1970 to 9998.")
        .check();
    return store
        .rename(caller.account(), id, title, touchedAt)
        .orElseThrow(Conversations::notFound);
  }

  public Conversation renameByNumber(Caller caller, long number, String title) {
    new Rules().filled(title, "title", LONGEST_TITLE).check();
    return rename(caller, getByNumber(caller, number).id(), title);
  }

  /// Puts it in the trash, where it stays for [#KEPT_IN_TRASH].
  ///
  /// @return as it was
  public Conversation remove(Caller caller, ConversationId id) {
    var removed = get(caller, id);
    if (!store.remove(caller.account(), id, clock.instant())) {
      throw notFound();
    }
    audit.note(caller.did(Action.CONVERSATION_REMOVED, id));
    return removed;
  }

  public void removeByNumber(Caller caller, long number) {
    remove(caller, getByNumber(caller, number).id());
  }

  /// Takes it out of the trash.
  public Conversation restore(Caller caller, ConversationId id) {
    return store.restore(caller.account(), id).orElseThrow(Conversations::notFound);
  }

  private Conversation create(Caller caller, String title, List<String> instructions) {
    new Rules().atMost(title, "title", LONGEST_TITLE).check();
    var now = clock.instant();
    var id = new ConversationId(ids.next());
    var first =
        instructions.stream()
            .map(text -> NewMessage.said(new MessageId(ids.next()), id, Role.SYSTEM, text, now))
            .toList();
    return store.add(new NewConversation(id, caller.account(), title.strip(), now), first);
  }

  private static ProblemException notFound() {
    return notFound("conversation");
  }

  private static ProblemException notFound(String what) {
    return new ProblemException(new Problem.NotFound(what));
  }
}
