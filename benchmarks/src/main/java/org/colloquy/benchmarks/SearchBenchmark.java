package org.colloquy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Role;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.search.Batch;
import org.colloquy.server.core.search.Entry;
import org.colloquy.server.core.search.Indexing;
import org.colloquy.server.core.search.Kind;
import org.colloquy.server.core.search.SearchIndex;
import org.colloquy.server.core.search.SearchRequest;
import org.colloquy.server.core.search.Searches;
import org.colloquy.server.core.search.Wanted;
import org.colloquy.server.retrieval.search.EveryText;
import org.colloquy.server.retrieval.search.LuceneIndex;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.JdbiConversationStore;
import org.colloquy.server.storage.JdbiMessageStore;
import org.colloquy.server.storage.JdbiSearchStore;

/// How fast many messages are searched while somebody types, and whether that finds what reading
/// all of them finds.
public final class SearchBenchmark {
  private static final String HELP =
      """
      Searches many messages letter by letter, as somebody types; builds the index before; reads all
      messages for some of the searches, and compares.

        --messages N   how many (default 250000; 20000 with --quick)
        --searches N   how many messages are looked for (default 400; 60 with --quick)
        --compared N   searches that are compared with reading everything (default 200; 40 with --quick)
        --quick        fewer
      """;

  /// Tells what searching took of the processor, which other programs do not change.
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final int OF_A_CONVERSATION = 50;
  private static final int APPENDS = 2_000;
  private static final long PAUSE = 5_000_000;

  private final int messages;
  private final int searches;
  private final int compared;
  private final ResearchTexts texts = new ResearchTexts(20260301);
  private final AppendedMessages ids = new AppendedMessages();
  private final List<String> wanted = new ArrayList<>();

  private SearchBenchmark(Options options) {
    boolean quick = options.has("--quick");
    messages = options.number("--messages", quick ? 20_000 : 250_000);
    searches = options.number("--searches", quick ? 60 : 400);
    compared = options.number("--compared", quick ? 40 : 200);
  }

  static void main(String[] arguments) throws InterruptedException {
    if (List.of(arguments).contains("--help")) {
      IO.print(HELP);
      return;
    }
    Logger.getLogger("").setLevel(Level.WARNING);
    new SearchBenchmark(
            Options.of(
                List.of(arguments),
                Set.of("--quick"),
                Set.of("--messages", "--searches", "--compared")))
        .run();
  }

  private void run() {
    try (TemporaryFolder folder = TemporaryFolder.make();
        Database database = Database.inFolder(folder.path())) {
      ConversationId first = ids.prepare(database, 1).getFirst();
      AccountId owner =
          new org.colloquy.server.storage.JdbiAccountStore(database)
              .findByRole(AccountRole.MEMBER)
              .orElseThrow()
              .id();
      fill(new JdbiConversationStore(database), owner);
      double alone = append(database, first);
      Path place = folder.path().resolve("search-index");
      LuceneIndex index = LuceneIndex.in(place);
      JdbiSearchStore store = new JdbiSearchStore(database);
      long start = System.nanoTime();
      try (Indexing indexing = Indexing.start(store, index, InstantSource.system())) {
        database.afterWrites(indexing::wake);
        awaitBuilt(indexing);
        double built = (System.nanoTime() - start) / 1e9;
        IO.println(
            "%,d messages; index built in %.1f s, %.1f MB on the disk; the database has %.1f MB"
                .formatted(messages, built, megabytes(place), megabytes(folder.path())));
        search(new Searches(store, index, indexing::isBuilding), owner);
        compare(store, index, owner);
        double followed = append(database, first);
        IO.println(
            "one append, median: %.2f ms without an index, %.2f ms while it follows"
                .formatted(alone, followed));
        IO.println(
            "found after %.0f ms at the median".formatted(delay(database, index, owner, first)));
      }
    }
  }

  private void fill(JdbiConversationStore store, AccountId owner) {
    for (int done = 0; done < messages; done += OF_A_CONVERSATION) {
      ConversationId id = new ConversationId(ids.id());
      List<NewMessage> said = new ArrayList<>();
      for (int number = 0; number < OF_A_CONVERSATION; number++) {
        said.add(message(id, texts.text(), number % 2 == 0 ? Role.USER : Role.ASSISTANT));
      }
      if (texts.below(Math.max(1, messages / OF_A_CONVERSATION / searches)) == 0) {
        wanted.add(said.get(texts.below(OF_A_CONVERSATION)).content());
      }
      store.add(
          new NewConversation(
              id, owner, texts.typed(said.getFirst().content()).getLast(), ids.time()),
          said);
    }
  }

  private NewMessage message(ConversationId conversation, String text, Role role) {
    return new NewMessage(
        new MessageId(ids.id()),
        conversation,
        null,
        role,
        text,
        MessageState.COMPLETE,
        ids.time(),
        null,
        null);
  }

  private static void awaitBuilt(Indexing indexing) {
    while (indexing.isBuilding()) {
      LockSupport.parkNanos(PAUSE);
    }
  }

  /// The median of one caller's appends, in milliseconds.
  private double append(Database database, ConversationId conversation) {
    JdbiMessageStore store = new JdbiMessageStore(database);
    Samples waits = new Samples();
    for (int number = 0; number < APPENDS; number++) {
      NewMessage message = message(conversation, texts.text(), Role.USER);
      long start = System.nanoTime();
      store.append(List.of(message));
      waits.add(System.nanoTime() - start);
    }
    return waits.millis(0.5);
  }

  private void search(Searches service, AccountId owner) {
    Caller caller =
        new Caller(owner, AccountRole.MEMBER, Caller.Proof.ACCESS_TOKEN, Visitor.PROGRAM);
    Table table =
        new Table("", "searches", "median ms", "p95 ms", "p99 ms", "worst ms", "cpu p95 ms");
    Samples warm = new Samples();
    for (String round : List.of("first round", "warm")) {
      Samples waits = new Samples();
      Samples work = new Samples();
      for (String text : wanted) {
        for (String typed : texts.typed(text)) {
          SearchRequest request =
              new SearchRequest(typed, Set.of(), null, null, Map.of(), 20, null);
          long start = System.nanoTime();
          long before = THREADS.getCurrentThreadCpuTime();
          service.search(caller, request);
          work.add(THREADS.getCurrentThreadCpuTime() - before);
          waits.add(System.nanoTime() - start);
        }
      }
      table.row(
          round,
          waits.count(),
          waits.millis(0.5),
          waits.millis(0.95),
          waits.millis(0.99),
          waits.millis(1),
          work.millis(0.95));
      warm = waits;
    }
    IO.print(table.lines());
    IO.println(Goal.atMost("search as one types, 95 %, warm", warm.millis(0.95), 50, "ms").line());
  }

  /// Reads every message once for all searches, and once more for a single one.
  private void compare(JdbiSearchStore store, SearchIndex index, AccountId owner) {
    List<String> typed = new ArrayList<>();
    while (typed.size() < compared) {
      List<String> letters = texts.typed(wanted.get(texts.below(wanted.size())));
      typed.add(letters.get(texts.below(letters.size())));
    }
    List<EveryText> scans = typed.stream().map(EveryText::new).toList();
    List<Set<UUID>> read = new ArrayList<>();
    typed.forEach(each -> read.add(new HashSet<>()));
    readAll(store, owner, scans, read);
    long start = System.nanoTime();
    readAll(store, owner, scans.subList(0, 1), List.of(new HashSet<>()));
    double once = (System.nanoTime() - start) / 1e6;
    int same = 0;
    long hits = 0;
    for (int at = 0; at < typed.size(); at++) {
      Set<UUID> found = new HashSet<>();
      index
          .find(
              owner,
              new Wanted(
                  Kind.MESSAGE, typed.get(at), null, null, Map.of(), null, null, 2 * messages))
          .forEach(hit -> found.add(hit.id()));
      same += found.equals(read.get(at)) ? 1 : 0;
      hits += found.size();
    }
    IO.println(
        "reading everything for one search: %,.0f ms; %d of %d searches find exactly what reading finds (%,d hits)"
            .formatted(once, same, typed.size(), hits));
    IO.println(Goal.atLeast("searches that find the same", same, typed.size(), "").line());
  }

  private static void readAll(
      JdbiSearchStore store, AccountId owner, List<EveryText> scans, List<Set<UUID>> found) {
    Batch batch = store.messages(owner, 0);
    while (!batch.entries().isEmpty() || batch.more()) {
      for (Entry entry : batch.entries()) {
        EveryText.Read text = EveryText.Read.of(entry.text());
        for (int at = 0; at < scans.size(); at++) {
          if (scans.get(at).isIn(text)) {
            found.get(at).add(entry.id());
          }
        }
      }
      batch = store.messages(owner, batch.upTo());
    }
  }

  /// How long it takes until what was appended is found.
  private double delay(
      Database database, SearchIndex index, AccountId owner, ConversationId conversation) {
    JdbiMessageStore store = new JdbiMessageStore(database);
    Samples delays = new Samples();
    for (int number = 0; number < 20; number++) {
      String word = "unheard" + number + "of";
      long start = System.nanoTime();
      store.append(List.of(message(conversation, word, Role.USER)));
      Wanted one = new Wanted(Kind.MESSAGE, word, null, null, Map.of(), null, null, 1);
      while (index.find(owner, one).isEmpty()) {
        LockSupport.parkNanos(PAUSE);
      }
      delays.add(System.nanoTime() - start);
    }
    return delays.millis(0.5);
  }

  private static double megabytes(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(SearchBenchmark::size).sum() / 1e6;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }
}
