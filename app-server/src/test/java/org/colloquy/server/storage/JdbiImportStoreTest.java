package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.Citation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.model.SourcePassage;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.importing.ImportStore.Origin;
import org.colloquy.server.core.importing.ImportStore.Taken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbiImportStoreTest extends StoreTest {
  private static final Origin ORIGIN = new Origin("ChatGPT", "c1");

  private final JdbiImportStore imports = new JdbiImportStore(database);
  private final JdbiMessageStore messages = new JdbiMessageStore(database);

  JdbiImportStoreTest(Kind kind) {
    super(kind);
  }

  private Message message(
      ConversationId conversation, @Nullable MessageId parent, Role role, String words) {
    boolean answer = role == Role.ASSISTANT;
    return new Message(
        new MessageId(next()),
        0,
        conversation,
        parent,
        role,
        words,
        answer ? "thoughts" : "",
        MessageState.COMPLETE,
        answer ? NOON.plusSeconds(60) : NOON,
        answer ? new ModelUsed("ChatGPT", "gpt-5") : null,
        answer ? new Usage(3, 4, 2, 1, 1) : Usage.NONE,
        answer ? List.of(new ToolCall("call", "search", "{}")) : List.of(),
        null,
        null);
  }

  private List<Message> add(AccountId owner, ConversationId id) {
    var said = message(id, null, Role.USER, "one");
    var answer = message(id, said.id(), Role.ASSISTANT, "two");
    var another = message(id, said.id(), Role.USER, "three");
    var all = List.of(said, answer, another);
    var conversation = new NewConversation(id, owner, "Cells", NOON.minusSeconds(9));
    assertThat(imports.add(new Taken(conversation, ORIGIN, all, answer.id(), List.of()))).isTrue();
    return all;
  }

  @Test
  void keepsEverythingThatMessagesHad() {
    var ada = account("ada").id();
    var id = new ConversationId(next());
    var given = add(ada, id);

    var kept = messages.tree(id);
    assertThat(kept).usingRecursiveComparison().ignoringFields("number").isEqualTo(given);
    assertThat(kept).extracting(Message::number).isSorted();
    var conversation = new JdbiConversationStore(database).find(ada, id).orElseThrow();
    assertThat(conversation.messageCount()).isEqualTo(3);
    assertThat(conversation.activeLeaf()).isEqualTo(given.get(1).id());
    assertThat(conversation.updatedAt()).isEqualTo(NOON.plusSeconds(60));
    assertThat(conversation.createdAt()).isEqualTo(NOON.minusSeconds(9));
  }

  @Test
  void keepsWhatAnswersWereGivenWithAndCite() {
    var ada = account("ada").id();
    var id = new ConversationId(next());
    var answer = message(id, null, Role.ASSISTANT, "Cells divide [1].");
    var place = new Citation.Place(null, "cells.pdf", 3, "iii", 4, 9);
    var sources =
        new AnswerSources(
            answer.id(),
            List.of(new SourcePassage(1, null, "cells.pdf", 3, "iii", 4, 9, "Cells divide.")),
            List.of(
                new Citation(1, 13, 16, Citation.State.FOUND, "divide", place),
                new Citation(0, 1, 2, Citation.State.NOT_FOUND, "never said", null)));
    var conversation = new NewConversation(id, ada, "Cells", NOON);

    imports.add(new Taken(conversation, ORIGIN, List.of(answer), answer.id(), List.of(sources)));

    var citations = new JdbiCitationStore(database);
    assertThat(citations.of(id, 0)).containsExactly(sources);
    assertThat(citations.of(answer.id())).isEqualTo(sources);
    var nobody = new MessageId(next());
    assertThat(citations.of(nobody)).isEqualTo(new AnswerSources(nobody, List.of(), List.of()));
  }

  @Test
  void takesEachOnceForEachAccountUntilItIsDeletedForGood() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var id = new ConversationId(next());
    add(ada, id);

    assertThat(imports.find(ada, ORIGIN)).contains(id);
    assertThat(imports.find(bob, ORIGIN)).isEmpty();
    var again = new ConversationId(next());
    var said = message(again, null, Role.USER, "one");
    assertThat(
            imports.add(
                new Taken(
                    new NewConversation(again, ada, "Cells", NOON),
                    ORIGIN,
                    List.of(said),
                    said.id(),
                    List.of())))
        .isFalse();
    var conversations = new JdbiConversationStore(database);
    assertThat(conversations.find(ada, again)).isEmpty();
    add(bob, new ConversationId(next()));

    conversations.remove(ada, id, NOON);
    conversations.purge(NOON.plusSeconds(1));
    assertThat(imports.find(ada, ORIGIN)).isEmpty();
    assertThat(imports.find(bob, ORIGIN)).isPresent();
  }
}
