package org.colloquy.server.core.importing;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.conversation.ConversationStore;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.importing.ImportReport.Item;
import org.colloquy.server.core.importing.ImportReport.Outcome;
import org.colloquy.server.core.importing.ImportStore.Origin;
import org.colloquy.server.core.importing.ImportStore.Taken;
import org.jspecify.annotations.Nullable;

/// Takes over conversations that were held elsewhere. Each is taken whole or not at all, and once:
/// the same file a second time adds nothing.
public final class Imports {
  private static final int LONGEST_KEY = 200;

  /// A file with more conversations was made to do harm.
  static final int MOST = 100_000;

  private final TranscriptReader reader;
  private final ImportStore store;
  private final ConversationStore conversations;
  private final InstantSource clock;
  private final Ids ids;

  public Imports(
      TranscriptReader reader,
      ImportStore store,
      ConversationStore conversations,
      InstantSource clock,
      Ids ids) {
    this.reader = reader;
    this.store = store;
    this.conversations = conversations;
    this.clock = clock;
    this.ids = ids;
  }

  /// What a file has, and what would become of it. Nothing is stored.
  ///
  /// @param name of the file
  /// @throws org.colloquy.model.ProblemException Invalid when it is no file of conversations
  public ImportReport preview(Caller caller, InputStream content, String name) {
    return each(content, name, transcript -> judged(caller.account(), transcript));
  }

  /// Takes over what a file has and is not here yet.
  ///
  /// @param name of the file
  /// @throws org.colloquy.model.ProblemException Invalid when it is no file of conversations
  public ImportReport take(Caller caller, InputStream content, String name) {
    return each(
        content,
        name,
        transcript -> {
          var judged = judged(caller.account(), transcript);
          return judged.outcome() == Outcome.NEW ? added(caller.account(), transcript) : judged;
        });
  }

  private interface Step {
    Item of(Transcript transcript);
  }

  private ImportReport each(InputStream content, String name, Step step) {
    var items = new ArrayList<Item>();
    reader.read(
        content,
        name,
        new TranscriptTaker() {
          @Override
          public void transcript(Transcript transcript) {
            add(items, step.of(transcript));
          }

          @Override
          public void unreadable(String origin, String what, String why) {
            add(items, new Item(origin, what, 0, Outcome.REFUSED, why, null));
          }
        });
    return new ImportReport(items);
  }

  private static void add(List<Item> items, Item item) {
    if (items.size() == MOST) {
      throw new ProblemException(
          new Problem.Invalid("file", "It has more than " + MOST + " conversations."));
    }
    items.add(item);
  }

  private Item judged(AccountId owner, Transcript transcript) {
    var lines = new TranscriptTree(transcript.lines()).ordered();
    var title = title(transcript, lines);
    if (lines.isEmpty()) {
      return refused(transcript, title, "There are no messages in it.");
    }
    if (lines.stream().anyMatch(Imports::isTooLarge)) {
      return refused(transcript, title, "One of its messages has more than 2 MiB.");
    }
    var known = known(owner, transcript).orElse(null);
    var outcome = known == null ? Outcome.NEW : Outcome.KNOWN;
    return new Item(transcript.origin(), title, lines.size(), outcome, "", known);
  }

  private Optional<ConversationId> known(AccountId owner, Transcript transcript) {
    var taken = store.find(owner, origin(transcript));
    return taken.isEmpty() && transcript.origin().equals(Transcript.HERE)
        ? own(owner, transcript.key())
        : taken;
  }

  /// One that was exported here and is still here.
  private Optional<ConversationId> own(AccountId owner, String key) {
    try {
      return conversations
          .find(owner, new ConversationId(UUID.fromString(key)))
          .map(Conversation::id);
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // a file that somebody wrote
    }
  }

  private static Item refused(Transcript transcript, String title, String why) {
    return new Item(transcript.origin(), title, 0, Outcome.REFUSED, why, null);
  }

  private Item added(AccountId owner, Transcript transcript) {
    var tree = new TranscriptTree(transcript.lines());
    var lines = tree.ordered();
    var created = created(transcript, lines);
    var id = new ConversationId(ids.next());
    var keyed = new HashMap<String, MessageId>();
    lines.forEach(line -> keyed.put(line.key(), new MessageId(ids.next())));
    var parents = tree.parents(lines);
    var messages = new ArrayList<Message>();
    var sources = new ArrayList<AnswerSources>();
    for (var line : lines) {
      var parent = parents.get(line.key());
      var own = Objects.requireNonNull(keyed.get(line.key()));
      messages.add(message(own, parent == null ? null : keyed.get(parent), id, line, created));
      sources.add(new AnswerSources(own, line.ending().passages(), line.ending().citations()));
    }
    var last = tree.speaking(transcript.last());
    var leaf = last == null ? messages.getLast().id() : Objects.requireNonNull(keyed.get(last));
    var title = title(transcript, lines);
    var conversation = new NewConversation(id, owner, title, created);
    boolean added = store.add(new Taken(conversation, origin(transcript), messages, leaf, sources));
    return new Item(
        transcript.origin(),
        title,
        messages.size(),
        added ? Outcome.ADDED : Outcome.KNOWN,
        "",
        added ? id : store.find(owner, origin(transcript)).orElse(null));
  }

  private static Message message(
      MessageId id,
      @Nullable MessageId parent,
      ConversationId conversation,
      Transcript.Line line,
      Instant created) {
    var at = line.at();
    return new Message(
        id,
        0,
        conversation,
        parent,
        line.role(),
        storable(line.content()),
        storable(line.reasoning()),
        line.ending().whole() ? MessageState.COMPLETE : MessageState.CUT_OFF,
        at == null ? created : at,
        line.role() == Role.ASSISTANT ? line.model() : null,
        line.usage(),
        line.toolCalls(),
        line.answersCall(),
        line.ending().failure());
  }

  private Instant created(Transcript transcript, List<Transcript.Line> lines) {
    var created = transcript.createdAt();
    return created != null
        ? created
        : lines.stream()
            .map(Transcript.Line::at)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(clock::instant);
  }

  private static boolean isTooLarge(Transcript.Line line) {
    return bytes(line.content()) > Conversations.LARGEST_MESSAGE
        || bytes(line.reasoning()) > Conversations.LARGEST_MESSAGE;
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Origin origin(Transcript transcript) {
    var key = transcript.key();
    return new Origin(transcript.origin(), key.length() > LONGEST_KEY ? Sha256.hex(key) : key);
  }

  /// As it was called there, or the first words that a person said.
  private static String title(Transcript transcript, List<Transcript.Line> lines) {
    var title = transcript.title().strip();
    if (title.isEmpty()) {
      title =
          lines.stream()
              .filter(line -> line.role() == Role.USER)
              .map(line -> line.content().strip().lines().findFirst().orElse(""))
              .findFirst()
              .orElse("");
    }
    return cut(storable(title), Conversations.LONGEST_TITLE);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  /// PostgreSQL keeps no character of zero bits.
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
