package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.AgentId;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Conversation;
import org.colloquy.model.MemoryId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.Usage;
import org.colloquy.server.core.attachment.NewAttachment;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.document.DocumentText;
import org.colloquy.server.core.document.Reading;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.memory.MemoryStore.NewMemory;
import org.colloquy.server.core.search.CaughtUpIndex;
import org.colloquy.server.core.search.Facet;
import org.colloquy.server.core.search.FilePage;
import org.colloquy.server.core.search.SearchRequest;
import org.colloquy.server.core.search.SearchResult;
import org.colloquy.server.core.search.Searches;
import org.colloquy.server.core.search.Wanted;
import org.colloquy.server.retrieval.search.LuceneIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is stored is found, and what is gone is not, whatever becomes of it.
class JdbiSearchStoreTest extends StoreTest {
  private final JdbiSearchStore store = new JdbiSearchStore(database);
  private final JdbiConversationStore conversations = new JdbiConversationStore(database);
  private final JdbiMessageStore messages = new JdbiMessageStore(database);
  private final JdbiMemoryStore memories = new JdbiMemoryStore(database);
  private final JdbiAttachmentStore attachments = new JdbiAttachmentStore(database);
  private final JdbiDocumentStore documents = new JdbiDocumentStore(database);
  private final JdbiErasureStore erasures = new JdbiErasureStore(database);
  private final LuceneIndex files = LuceneIndex.inMemory();
  private Instant now = NOON;
  private final InstantSource clock = () -> now;
  private CaughtUpIndex index = new CaughtUpIndex(store, files, clock);
  private AccountId ada = new AccountId(new UUID(0, 0));

  JdbiSearchStoreTest(Kind kind) {
    super(kind);
  }

  @BeforeEach
  void begin() {
    ada = account("ada").id();
    assertThat(found("anything")).isEmpty();
  }

  @AfterEach
  void end() {
    assertThat(index.agrees()).isTrue();
    files.close();
  }

  private SearchResult search(AccountId owner, SearchRequest request) {
    var caller = new Caller(owner, AccountRole.MEMBER, Caller.Proof.ACCESS_TOKEN, Visitor.PROGRAM);
    return new Searches(store, index, () -> false).search(caller, request);
  }

  private static SearchRequest request(String words) {
    return request(words, Map.of());
  }

  private static SearchRequest request(String words, Map<Facet, String> facets) {
    return new SearchRequest(words, Set.of(), null, null, facets, 20, null);
  }

  private List<UUID> found(String words) {
    return ids(search(ada, request(words)));
  }

  private static List<UUID> ids(SearchResult result) {
    return result.groups().stream()
        .flatMap(group -> group.hits().stream())
        .map(hit -> hit.entry().id())
        .toList();
  }

  private Message add(Conversation conversation, String words) {
    return messages.append(List.of(said(conversation.id(), words))).getFirst();
  }

  private static FinishedAnswer finished(Message answer, String words) {
    return new FinishedAnswer(
        answer.id(), words, "", MessageState.COMPLETE, Usage.NONE, List.of(), null);
  }

  @Test
  void findsMessagesAsSoonAsTheyAreSaidToTheEnd() {
    var talk = conversation(ada, "talk");
    var question = add(talk, "where do salmons live");
    assertThat(found("salmon")).containsExactly(question.id().value());
    var answer = messages.append(List.of(growing(talk.id(), question.id()))).getFirst();
    assertThat(found("salmon")).hasSize(1);

    messages.finish(finished(answer, "salmons live in rivers"));

    assertThat(found("salmon")).containsExactly(answer.id().value(), question.id().value());
    assertThat(found("rivers")).containsExactly(answer.id().value());
  }

  @Test
  void findsAnAnswerThatGrowsOnOnlyWhenItEnded() {
    var talk = conversation(ada, "talk");
    var question = add(talk, "where");
    var answer = messages.append(List.of(growing(talk.id(), question.id()))).getFirst();
    messages.writeDown(Map.of(answer.id(), new MessageStore.Words("half a salmon", "")));
    messages.cutOffGrowing();
    assertThat(found("salmon")).containsExactly(answer.id().value());

    messages.resume(answer.id(), NOON);
    assertThat(found("salmon")).isEmpty();
    messages.finish(finished(answer, "half a salmon and a whole one"));

    assertThat(found("whole salmon")).containsExactly(answer.id().value());
  }

  @Test
  void forgetsAnAnswerThatWasTakenBack() {
    var talk = conversation(ada, "talk");
    var question = add(talk, "where is the salmon");
    var answer = messages.append(List.of(growing(talk.id(), question.id()))).getFirst();
    assertThat(index.agrees()).isTrue();

    messages.discard(answer.id(), "It failed.");

    assertThat(found("salmon")).containsExactly(question.id().value());
  }

  @Test
  void findsConversationsByTheirTitleOfNow() {
    var talk = conversation(ada, "About trouts");
    assertThat(found("trout")).containsExactly(talk.id().value());

    conversations.rename(ada, talk.id(), "About salmons");
    assertThat(found("trout")).isEmpty();
    assertThat(found("salmon")).containsExactly(talk.id().value());
    conversations.renameFrom(ada, talk.id(), "About salmons", "About eels");
    assertThat(found("eel")).containsExactly(talk.id().value());
    var untitled = conversation(ada, "");
    messages.appendTitled(List.of(said(untitled.id(), "hello")), "A carp");
    assertThat(found("carp")).containsExactly(untitled.id().value());
  }

  @Test
  void sortsConversationsByWhenTheyWereTouchedLast() {
    var first = conversation(ada, "salmon one");
    var second = conversation(ada, "salmon two");
    assertThat(found("salmon")).containsExactly(second.id().value(), first.id().value());

    add(first, "something else");

    assertThat(found("salmon")).containsExactly(first.id().value(), second.id().value());
  }

  @Test
  void leavesOutTheTrashUntilItIsTakenOut() {
    var talk = conversation(ada, "salmon");
    add(talk, "a salmon");
    attachments.add(file(talk, "salmon.pdf"));
    assertThat(found("salmon")).hasSize(3);

    conversations.remove(ada, talk.id(), NOON);
    assertThat(found("salmon")).isEmpty();
    assertThat(index.agrees()).isTrue();
    conversations.restore(ada, talk.id());
    assertThat(found("salmon")).hasSize(3);
    conversations.remove(ada, talk.id(), NOON);
    conversations.purge(NOON.plusSeconds(1));

    assertThat(found("salmon")).isEmpty();
  }

  private NewAttachment file(Conversation talk, String name) {
    return new NewAttachment(
        new AttachmentId(next()), talk.id(), null, name, "application/pdf", 12, NOON);
  }

  @Test
  void neverShowsWhatIsGoneThoughTheIndexDoesNotKnowYet() {
    var talk = conversation(ada, "salmon");
    add(talk, "a salmon");
    assertThat(found("salmon")).hasSize(2);
    var caller = new Caller(ada, AccountRole.MEMBER, Caller.Proof.ACCESS_TOKEN, Visitor.PROGRAM);
    conversations.remove(ada, talk.id(), NOON);

    assertThat(new Searches(store, files, () -> false).search(caller, request("salmon")).groups())
        .isEmpty();
  }

  @Test
  void findsMemoriesAsTheyAreNow() {
    var memory =
        memories.add(new NewMemory(new MemoryId(next()), ada, "likes salmon", NOON), 9).id();
    assertThat(found("salmon")).containsExactly(memory.value());

    memories.change(new NewMemory(memory, ada, "likes trout", NOON.plusSeconds(5)));
    assertThat(found("salmon")).isEmpty();
    assertThat(found("trout")).containsExactly(memory.value());
    memories.remove(ada, memory);

    assertThat(found("trout")).isEmpty();
  }

  @Test
  void findsFilesByNameAndType() {
    var talk = conversation(ada, "talk");
    var file = attachments.add(file(talk, "Salmon_2026-results.pdf"));

    assertThat(found("results")).containsExactly(file.id().value());
    assertThat(ids(search(ada, request("salmon", Map.of(Facet.TYPE, "application/pdf")))))
        .containsExactly(file.id().value());
    assertThat(ids(search(ada, request("salmon", Map.of(Facet.TYPE, "text/plain"))))).isEmpty();
  }

  private AttachmentId read(Conversation talk, String name, String... pages) {
    var file = attachments.add(file(talk, name)).id();
    readAgain(file, pages);
    return file;
  }

  private void readAgain(AttachmentId file, String... texts) {
    documents.put(file, new Reading(Reading.State.READING, 0, 0, "", ""));
    var pages = new ArrayList<DocumentText.Page>();
    for (var text : texts) {
      int number = pages.size() + 1;
      pages.add(new DocumentText.Page(number, "p. " + number, text, 0, 0, List.of()));
    }
    documents.keep(file, pages, List.of(), "");
    documents.ready(file);
  }

  private SearchResult.Hit only(String words) {
    var groups = search(ada, request(words)).groups();
    assertThat(groups).hasSize(1);
    assertThat(groups.getFirst().hits()).hasSize(1);
    return groups.getFirst().hits().getFirst();
  }

  @Test
  void findsFilesByWhatStandsOnTheirPages() {
    var talk = conversation(ada, "talk");
    var file = read(talk, "fish.pdf", "Trouts live in lakes.", "Salmons live\nin rivers.");

    var hit = only("salmons live");

    assertThat(hit.entry().id()).isEqualTo(file.value());
    assertThat(hit.entry().text()).isEqualTo("fish.pdf");
    assertThat(hit.title()).isEqualTo("talk");
    assertThat(hit.page()).isEqualTo(new FilePage(2, "p. 2", "Salmons live\nin rivers."));
    assertThat(hit.excerpt().text()).isEqualTo("Salmons live in rivers.");
    assertThat(hit.excerpt().marks()).hasSize(2);
    assertThat(found("trouts rivers")).isEmpty();
    assertThat(found("\"live in rivers\"")).containsExactly(file.value());
    assertThat(only("fish").page()).isNull();
    assertThat(only("fish").excerpt().text()).isEqualTo("fish.pdf");
  }

  @Test
  void narrowsPagesDownByWhatTheirFileIs() {
    var talk = conversation(ada, "talk");
    var file = read(talk, "fish.pdf", "A salmon.").value();
    var agent = new AgentId(next());
    new JdbiAgentStore(database).choose(ada, talk.id(), agent);
    var chosen = agent.value().toString();

    assertThat(ids(search(ada, request("salmon", Map.of(Facet.TYPE, "application/pdf")))))
        .containsExactly(file);
    assertThat(ids(search(ada, request("salmon", Map.of(Facet.TYPE, "text/plain"))))).isEmpty();
    assertThat(ids(search(ada, request("salmon", Map.of(Facet.AGENT, chosen)))))
        .containsExactly(file);
    assertThat(ids(search(ada, request("salmon", Map.of(Facet.AGENT, next().toString())))))
        .isEmpty();
    assertThat(ids(search(ada, request("salmon", Map.of(Facet.ROLE, "user"))))).isEmpty();
    assertThat(ids(search(ada, request("salmon", Map.of(Facet.MODEL, "llama"))))).isEmpty();
    assertThat(ids(search(ada, since(NOON)))).containsExactly(file);
    assertThat(ids(search(ada, since(NOON.plusSeconds(1))))).isEmpty();
  }

  private static SearchRequest since(Instant from) {
    return new SearchRequest("salmon", Set.of(), from, null, Map.of(), 20, null);
  }

  @Test
  void forgetsThePagesOfFilesThatAreReadAgainOrGoneOrInTheTrash() {
    var talk = conversation(ada, "talk");
    var file = read(talk, "fish.pdf", "A salmon.");
    assertThat(found("salmon")).containsExactly(file.value());

    readAgain(file, "A trout.");
    assertThat(found("salmon")).isEmpty();
    assertThat(found("trout")).containsExactly(file.value());
    conversations.remove(ada, talk.id(), NOON);
    assertThat(found("trout")).isEmpty();
    conversations.restore(ada, talk.id());
    assertThat(found("trout")).containsExactly(file.value());
    attachments.remove(ada, file);

    assertThat(found("trout")).isEmpty();
    assertThat(found("fish")).isEmpty();
  }

  @Test
  void findsNoPagesOfOthers() {
    var bob = account("bob").id();
    var file = read(conversation(bob, "talk"), "fish.pdf", "A salmon.");

    assertThat(found("salmon")).isEmpty();
    assertThat(ids(search(bob, request("salmon")))).containsExactly(file.value());
    assertThat(store.page(bob, file, 1)).isPresent();
    assertThat(store.page(ada, file, 1)).isEmpty();
  }

  @Test
  void showsAFileOnceHoweverManyOfItsPagesFit() {
    var talk = conversation(ada, "talk");
    var pages = IntStream.rangeClosed(1, 40).mapToObj(page -> "salmon " + page);
    var book = read(talk, "salmon book.pdf", pages.toArray(String[]::new));
    var letter = read(talk, "letter.pdf", "nothing", "salmon", "salmon");
    var note = read(talk, "note.pdf", "salmon");
    var kinds = Set.of(org.colloquy.server.core.search.Kind.FILE);

    var first =
        search(ada, new SearchRequest("salmon", kinds, null, null, Map.of(), 2, null))
            .groups()
            .getFirst();
    var next = Objects.requireNonNull(first.next());
    var rest = search(ada, new SearchRequest("salmon", kinds, null, null, Map.of(), 2, next));

    assertThat(first.hits())
        .extracting(hit -> hit.entry().id())
        .containsExactly(note.value(), letter.value());
    assertThat(Objects.requireNonNull(first.hits().getLast().page()).number()).isEqualTo(2);
    assertThat(ids(rest)).containsExactly(book.value());
    assertThat(rest.groups().getFirst().next()).isNull();
    assertThat(found("salmon 40")).containsExactly(book.value());
  }

  @Test
  void keepsNoWordsOfAFileThatWasRemoved() {
    var talk = conversation(ada, "talk");
    var file = attachments.add(file(talk, "salmon.pdf"));
    assertThat(found("salmon")).containsExactly(file.id().value());

    attachments.remove(ada, file.id());

    assertThat(found("salmon")).isEmpty();
    assertThat(index.find(ada, ofFiles("salmon"))).isEmpty();
  }

  private static Wanted ofFiles(String words) {
    var kind = org.colloquy.server.core.search.Kind.FILE;
    return new Wanted(kind, words, null, null, Map.of(), null, null, 9);
  }

  @Test
  void hasNothingLookedAtAgainThatDidNotChange() {
    var talk = conversation(ada, "talk");
    var file = attachments.add(file(talk, "salmon.pdf"));
    var bob = account("bob").id();
    long newest = store.newestChange();

    conversations.remove(bob, talk.id(), NOON);
    conversations.restore(ada, talk.id());
    conversations.renameFrom(ada, talk.id(), "another title", "new");
    attachments.remove(bob, file.id());
    memories.remove(ada, new MemoryId(next()));

    assertThat(store.newestChange()).isEqualTo(newest);
  }

  @Test
  void narrowsDownByRoleModelAndAgent() {
    var talk = conversation(ada, "salmon talk");
    var other = conversation(ada, "another talk");
    var question = add(talk, "salmon");
    add(other, "salmon");
    var answer = messages.append(List.of(growing(talk.id(), question.id()))).getFirst();
    messages.finish(finished(answer, "salmon"));
    var agent = new AgentId(next());
    new JdbiAgentStore(database).choose(ada, talk.id(), agent);

    assertThat(ids(search(ada, request("salmon", Map.of(Facet.ROLE, "assistant")))))
        .containsExactly(answer.id().value());
    assertThat(ids(search(ada, request("salmon", Map.of(Facet.MODEL, "llama")))))
        .containsExactly(answer.id().value());
    assertThat(ids(search(ada, request("salmon", Map.of(Facet.AGENT, agent.value().toString())))))
        .containsExactly(talk.id().value(), answer.id().value(), question.id().value());
  }

  @Test
  void findsNothingOfOthers() {
    var bob = account("bob").id();
    add(conversation(bob, "salmon"), "salmon");
    memories.add(new NewMemory(new MemoryId(next()), bob, "salmon", NOON), 9);

    assertThat(found("salmon")).isEmpty();
    assertThat(ids(search(bob, request("salmon")))).hasSize(3);
  }

  @Test
  void forgetsAnErasedAccountAndGoesOnWithOneThatStays() {
    var bob = account("bob").id();
    add(conversation(bob, "salmon"), "salmon");
    add(conversation(ada, "salmon"), "salmon");
    assertThat(found("salmon")).hasSize(2);
    assertThat(ids(search(bob, request("salmon")))).hasSize(2);

    erasures.remove(bob);
    erasures.empty(ada);
    assertThat(found("salmon")).isEmpty();
    assertThat(ids(search(bob, request("salmon")))).isEmpty();
    var again = add(conversation(ada, "new"), "salmon");

    assertThat(found("salmon")).containsExactly(again.id().value());
  }

  @Test
  void tellsWhereALongGroupGoesOn() {
    var talk = conversation(ada, "talk");
    for (int i = 0; i < 5; i++) {
      add(talk, "salmon " + i);
    }
    var kinds = Set.of(org.colloquy.server.core.search.Kind.MESSAGE);
    var first =
        search(ada, new SearchRequest("salmon", kinds, null, null, Map.of(), 3, null))
            .groups()
            .getFirst();
    var next = Objects.requireNonNull(first.next());
    var second =
        search(ada, new SearchRequest("salmon", kinds, null, null, Map.of(), 3, next))
            .groups()
            .getFirst();

    assertThat(first.hits()).hasSize(3);
    assertThat(first.hits().getFirst().title()).isEqualTo("talk");
    assertThat(second.hits()).hasSize(2);
    assertThat(second.next()).isNull();
  }

  @Test
  void catchesUpWithEverythingThatHappenedSinceItWasKept() {
    var talk = conversation(ada, "salmon");
    var first = add(talk, "salmon one");
    index.keep();
    var answer = messages.append(List.of(growing(talk.id(), first.id()))).getFirst();
    messages.finish(finished(answer, "salmon two"));
    conversations.rename(ada, talk.id(), "eel");
    var file = attachments.add(file(talk, "salmon.txt"));
    index = new CaughtUpIndex(store, files, clock);

    assertThat(found("salmon"))
        .containsExactlyInAnyOrder(first.id().value(), answer.id().value(), file.id().value());
    assertThat(found("eel")).containsExactly(talk.id().value());
  }

  @Test
  void beginsAnewWhenItWasKeptSoLongAgoThatChangesAreForgotten() {
    var talk = conversation(ada, "salmon");
    assertThat(found("salmon")).hasSize(1);
    index.keep();
    conversations.rename(ada, talk.id(), "eel");
    store.forgetChanges(Instant.parse("2099-01-01T00:00:00Z"));
    conversation(ada, "last change");
    now = NOON.plusSeconds(3600L * 24 * 40);
    index = new CaughtUpIndex(store, files, clock);

    assertThat(found("salmon")).isEmpty();
    assertThat(found("eel")).containsExactly(talk.id().value());
  }

  @Test
  void readsLongMessagesAFewAtATime() {
    var talk = conversation(ada, "talk");
    for (int i = 0; i < 5; i++) {
      add(talk, "salmon" + i + " word".repeat(300_000));
    }

    var batch = store.messages(ada, 0);

    assertThat(batch.entries().size()).isEqualTo(2);
    assertThat(batch.more()).isTrue();
    assertThat(found("salmon")).hasSize(5);
  }
}
