package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.colloquy.server.core.conversation.MessageStore.Words;
import org.colloquy.server.core.conversation.MessageTree;
import org.colloquy.server.core.conversation.NewMessage;
import org.junit.jupiter.api.Test;

class JdbiMessageStoreTest extends StoreTest {
  private final JdbiMessageStore messages = new JdbiMessageStore(database);
  private final JdbiConversationStore conversations = new JdbiConversationStore(database);
  private final AccountId ada = account("ada").id();
  private final ConversationId conversation = conversation(ada, "talk").id();

  JdbiMessageStoreTest(Kind kind) {
    super(kind);
  }

  private Message append(NewMessage message) {
    return messages.append(List.of(message)).getFirst();
  }

  private static FinishedAnswer finished(MessageId id, ToolCall... calls) {
    return new FinishedAnswer(
        id, "the answer", "because", MessageState.COMPLETE, new Usage(7, 9), List.of(calls), null);
  }

  @Test
  void returnsMessagesAsTheyAreFoundLater() {
    var question = said(conversation, "Wie groß? 🙂 שלום\n\ttab");
    var answer = growing(conversation, question.id());
    var stored = messages.append(List.of(question, answer));
    assertThat(messages.tree(conversation)).isEqualTo(stored);
    assertThat(stored.getFirst().content()).isEqualTo(question.content());
    assertThat(stored.getLast().parent()).isEqualTo(question.id());
    assertThat(stored.getLast().usedModel()).isEqualTo(new ModelUsed("Lab", "llama"));
    assertThat(stored.getLast().number()).isGreaterThan(stored.getFirst().number());
    assertThat(messages.find(ada, question.id())).contains(stored.getFirst());
  }

  @Test
  void movesTheConversationOn() {
    append(said(conversation, "one"));
    var last = append(said(conversation, "two"));
    assertThat(conversations.find(ada, conversation))
        .hasValueSatisfying(found -> {
          assertThat(found.messageCount()).isEqualTo(2);
          assertThat(found.activeLeaf()).isEqualTo(last.id());
          assertThat(found.updatedAt()).isEqualTo(last.createdAt());
        });
  }

  @Test
  void givesATitleToAConversationWithoutOneOnly() {
    var untitled = conversation(ada, "").id();
    messages.appendTitled(List.of(said(untitled, "one")), "One");
    messages.appendTitled(List.of(said(untitled, "two")), "Two");
    messages.appendTitled(List.of(said(conversation, "one")), "One");
    assertThat(conversations.find(ada, untitled).orElseThrow().title()).isEqualTo("One");
    assertThat(conversations.find(ada, conversation).orElseThrow().title()).isEqualTo("talk");
  }

  @Test
  void addsAllOrNothing() {
    var first = said(conversation, "one");
    var thrown =
        catchThrowableOfType(RuntimeException.class, () -> messages.append(List.of(first, first)));
    assertThat(thrown).isNotNull();
    assertThat(messages.tree(conversation)).isEmpty();
    assertThat(conversations.find(ada, conversation).orElseThrow().messageCount()).isZero();
  }

  @Test
  void saysWhenTheConversationIsGone() {
    var gone = said(new ConversationId(next()), "hello");
    var thrown = catchThrowableOfType(ProblemException.class, () -> messages.append(List.of(gone)));
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem()).isEqualTo(new Problem.NotFound("conversation"));
  }

  @Test
  void addsToTheEndWhateverTheParentSays() {
    var first = messages.appendToEnd(said(conversation, "one"));
    var second = messages.appendToEnd(growing(conversation, new MessageId(next())));
    assertThat(first.parent()).isNull();
    assertThat(second.parent()).isEqualTo(first.id());
    assertThat(messages.tree(conversation)).containsExactly(first, second);
    var found = conversations.find(ada, conversation).orElseThrow();
    assertThat(found.activeLeaf()).isEqualTo(second.id());
    assertThat(found.messageCount()).isEqualTo(2);
    assertThat(found.updatedAt()).isEqualTo(second.createdAt());
  }

  @Test
  void addsToTheEndOfTheBranchThatIsShown() {
    var first = append(said(conversation, "one"));
    append(said(conversation, "elsewhere"));
    conversations.activate(ada, conversation, first.id());
    assertThat(messages.appendToEnd(said(conversation, "two")).parent()).isEqualTo(first.id());
  }

  @Test
  void addsNothingToTheEndOfWhatIsGone() {
    var gone = said(new ConversationId(next()), "hello");
    var thrown = catchThrowableOfType(ProblemException.class, () -> messages.appendToEnd(gone));
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem()).isEqualTo(new Problem.NotFound("conversation"));
  }

  @Test
  void makesOneChainOfWhatIsAddedAtTheSameTime() throws Exception {
    var all = IntStream.range(0, 60).mapToObj(i -> said(conversation, "word " + i)).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var added =
          threads.invokeAll(
              all.stream()
                  .<Callable<Message>>map(message -> () -> messages.appendToEnd(message))
                  .toList());
      for (var one : added) {
        one.get();
      }
    }
    var found = conversations.find(ada, conversation).orElseThrow();
    var chain = new MessageTree(messages.tree(conversation)).branchTo(found.activeLeaf());
    assertThat(chain)
        .extracting(Message::id)
        .containsExactlyInAnyOrderElementsOf(all.stream().map(NewMessage::id).toList());
    assertThat(found.messageCount()).isEqualTo(60);
  }

  @Test
  void keepsVeryLongMessages() {
    var words = "long 🙂 ".repeat(400_000);
    append(said(conversation, words));
    assertThat(messages.tree(conversation).getFirst().content()).isEqualTo(words);
  }

  @Test
  void writesAnAnswerDownWhileItGrows() {
    var answer = append(growing(conversation, null));
    messages.writeDown(Map.of(answer.id(), new Words("the an", "bec")));
    assertThat(messages.find(ada, answer.id()))
        .hasValueSatisfying(found -> {
          assertThat(found.content()).isEqualTo("the an");
          assertThat(found.reasoning()).isEqualTo("bec");
          assertThat(found.state()).isEqualTo(MessageState.GROWING);
        });
  }

  @Test
  void finishesAnAnswerOnce() {
    var answer = append(growing(conversation, null));
    var calls =
        new ToolCall[] {
          new ToolCall("c1", "search", "{\"q\":\"x\"}"), new ToolCall("c2", "read", "{}")
        };
    var done = messages.finish(finished(answer.id(), calls)).orElseThrow();
    assertThat(done.toolCalls()).containsExactly(calls);
    assertThat(done.usage()).isEqualTo(new Usage(7, 9));
    assertThat(messages.tree(conversation)).containsExactly(done);
    messages.writeDown(Map.of(answer.id(), new Words("late", "")));
    assertThat(messages.finish(finished(answer.id()))).contains(done);
    assertThat(messages.tree(conversation)).containsExactly(done);
    assertThat(messages.finish(finished(new MessageId(next())))).isEmpty();
  }

  @Test
  void keepsWhyAnAnswerWasCutOff() {
    var answer = append(growing(conversation, null));
    var cut =
        new FinishedAnswer(
            answer.id(), "the", "", MessageState.CUT_OFF, Usage.NONE, List.of(), "It hung up.");
    assertThat(messages.finish(cut)).contains(messages.tree(conversation).getFirst());
    assertThat(messages.tree(conversation).getFirst().failure()).isEqualTo("It hung up.");
  }

  @Test
  void keepsTheResultOfATool() {
    var result =
        new NewMessage(
            new MessageId(next()),
            conversation,
            null,
            Role.TOOL,
            "42",
            MessageState.COMPLETE,
            NOON,
            null,
            "c1");
    append(result);
    assertThat(messages.tree(conversation).getFirst().answersCall()).isEqualTo("c1");
  }

  @Test
  void cutsOffWhatCannotGrowAnyMore() {
    var done = append(said(conversation, "done"));
    var answer = append(growing(conversation, null));
    messages.writeDown(Map.of(answer.id(), new Words("the an", "")));
    assertThat(messages.cutOffGrowing()).isEqualTo(1);
    assertThat(messages.cutOffGrowing()).isZero();
    var found = messages.tree(conversation);
    assertThat(found.getFirst()).isEqualTo(done);
    assertThat(found.getLast().state()).isEqualTo(MessageState.CUT_OFF);
    assertThat(found.getLast().content()).isEqualTo("the an");
    assertThat(found.getLast().failure()).isNull();
  }

  @Test
  void takesAnAnswerBackAndKeepsWhyNoneCame() {
    var question = append(said(conversation, "why?"));
    var answer = append(growing(conversation, question.id()));
    messages.discard(answer.id(), "It hung up.");
    messages.discard(answer.id(), "Twice.");
    var found = messages.tree(conversation);
    assertThat(found).extracting(Message::content).containsExactly("why?");
    assertThat(found.getFirst().failure()).isEqualTo("It hung up.");
    var left = conversations.find(ada, conversation).orElseThrow();
    assertThat(left.messageCount()).isEqualTo(1);
    assertThat(left.activeLeaf()).isEqualTo(question.id());
  }

  @Test
  void handsOnWhatFollowsAnAnswerThatIsTakenBack() {
    var question = append(said(conversation, "why?"));
    var answer = append(growing(conversation, question.id()));
    var next = messages.appendToEnd(said(conversation, "and why not?"));
    var last = messages.appendToEnd(said(conversation, "or why?"));
    messages.discard(answer.id(), "It hung up.");
    var found = conversations.find(ada, conversation).orElseThrow();
    assertThat(found.activeLeaf()).isEqualTo(last.id());
    assertThat(found.messageCount()).isEqualTo(3);
    assertThat(new MessageTree(messages.tree(conversation)).branchTo(found.activeLeaf()))
        .extracting(Message::id, Message::content)
        .containsExactly(
            tuple(question.id(), "why?"),
            tuple(next.id(), "and why not?"),
            tuple(last.id(), "or why?"));
  }

  @Test
  void takesBackAnAnswerAfterToolCallsAndKeepsThese() {
    var asking = append(growing(conversation, null));
    var call = new ToolCall("c1", "search", "{}");
    messages.finish(finished(asking.id(), call));
    var answer = append(growing(conversation, asking.id()));
    messages.discard(answer.id(), "It hung up.");
    assertThat(messages.tree(conversation).getFirst().toolCalls()).containsExactly(call);
    assertThat(messages.tree(conversation).getFirst().failure()).isEqualTo("It hung up.");
  }

  @Test
  void takesBackAtTheStartAnswersThatSaidNothing() {
    append(growing(conversation, null));
    assertThat(messages.cutOffGrowing()).isEqualTo(1);
    assertThat(messages.tree(conversation)).isEmpty();
    assertThat(conversations.find(ada, conversation).orElseThrow().activeLeaf()).isNull();
  }

  @Test
  void hidesMessagesOfOthersAndOfTheTrash() {
    var message = append(said(conversation, "hers"));
    assertThat(messages.find(account("eve").id(), message.id())).isEmpty();
    conversations.remove(ada, conversation, NOON);
    assertThat(messages.find(ada, message.id())).isEmpty();
    assertThat(messages.latest(ada, 9)).isEmpty();
  }

  @Test
  void findsTheLatestWordsOfAllConversations() {
    var other = conversation(ada, "other").id();
    var eves = conversation(account("eve").id(), "eve's").id();
    append(said(conversation, "one"));
    append(said(other, "two"));
    append(said(eves, "not hers"));
    append(growing(conversation, null));
    var cut = append(growing(other, null));
    messages.writeDown(Map.of(cut.id(), new Words("cut", "")));
    messages.finish(
        new FinishedAnswer(
            cut.id(), "cut off", "", MessageState.CUT_OFF, Usage.NONE, List.of(), null));
    var call = append(growing(other, null));
    messages.finish(
        new FinishedAnswer(
            call.id(),
            "",
            "",
            MessageState.COMPLETE,
            Usage.NONE,
            List.of(new ToolCall("c1", "search", "{}")),
            null));
    append(said(conversation, "three"));
    assertThat(messages.latest(ada, 9))
        .extracting(Message::content)
        .containsExactly("three", "cut off", "two", "one");
    assertThat(messages.latest(ada, 1)).extracting(Message::content).containsExactly("three");
  }

  @Test
  void doesNotPassOffADamagedMessageAsWhatWasSaid() {
    var stored =
        messages.append(
            IntStream.range(0, 3).mapToObj(i -> said(conversation, "word " + i)).toList());
    database.write(handle ->
        handle.execute(
            "update message set content = 'ward 1' where id = ?", stored.get(1).id().value()));
    var found = messages.tree(conversation);
    assertThat(found).hasSize(3).contains(stored.getFirst(), stored.getLast());
    assertThat(found.get(1).content()).isEmpty();
    assertThat(found.get(1).state()).isEqualTo(MessageState.CUT_OFF);
    assertThat(found.get(1).failure()).isEqualTo("This message was damaged on the disk.");
  }
}
