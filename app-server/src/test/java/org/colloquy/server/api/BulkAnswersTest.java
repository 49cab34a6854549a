package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.Conversation;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Long lists and long conversations: one query each, and no words that nobody is shown.
class BulkAnswersTest {
  private static final int CONVERSATIONS = 1_000;
  private static final int MESSAGES = 5_000;

  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("x"));
  private static Conversation longOne = firstOne();

  private static Conversation firstOne() {
    return SERVER.core().core().conversations().create(SERVER.core().owner(), "long");
  }

  @BeforeAll
  static void fill() {
    var core = SERVER.core();
    for (int i = 1; i < CONVERSATIONS; i++) {
      core.core().conversations().create(core.owner(), "conversation " + i);
    }
    MessageId parent = null;
    for (int i = 0; i < MESSAGES; i += 4) {
      parent = append(parent, i);
    }
    longOne = core.core().conversations().get(core.owner(), longOne.id());
  }

  /// A question, an answer that wants a tool called, the tool's result, and an answer in words.
  private static MessageId append(@Nullable MessageId parent, int number) {
    var store = SERVER.core().stores().messages();
    var question = message(parent, Role.USER, "question " + number, null);
    var calling = message(question.id(), Role.ASSISTANT, "", null);
    store.append(List.of(question, calling));
    store.finish(
        new FinishedAnswer(
            calling.id(),
            "",
            "",
            MessageState.COMPLETE,
            Usage.NONE,
            List.of(new ToolCall("c" + number, "search", "{}"), new ToolCall("d", "read", "{}")),
            null));
    var result = message(calling.id(), Role.TOOL, "result " + number, "c" + number);
    var answer = message(result.id(), Role.ASSISTANT, "answer " + number, null);
    store.append(List.of(result, answer));
    return answer.id();
  }

  private static NewMessage message(
      @Nullable MessageId parent, Role role, String words, @Nullable String answersCall) {
    boolean answer = role == Role.ASSISTANT;
    return new NewMessage(
        new MessageId(UUID.randomUUID()),
        longOne.id(),
        parent,
        role,
        words,
        answer && words.isEmpty() ? MessageState.GROWING : MessageState.COMPLETE,
        SERVER.core().clock().instant(),
        answer ? new ModelUsed("Lab", "llama") : null,
        answersCall);
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/chat/getConversations/, 1000",
    "/chat/conversations, 1000",
    "/chats/, 1000",
    "/history/, 1000",
    "/api/conversations, 1000",
    "/api/conversations?limit=50, 50",
  })
  void listsConversationsByOneQueryThatReadsNoMessage(String path, int expected) {
    var answer = ask(path);

    assertThat(answer.split("conversation \\d", -1)).hasSizeBetween(expected, expected + 1);
    assertThat(SERVER.core().database().statements())
        .singleElement()
        .satisfies(
            query -> assertThat(query).doesNotContain("content").doesNotContain("from message"));
  }

  @ParameterizedTest
  @CsvSource({
    "/chat/getConversation/?conversation_id=NUMBER, 1, 2500, 0",
    "/chat/conversations/ID/messages, 1, 2500, 0",
    "/get_history_conversation/ID, 1, 2500, 0",
    "/conversation/ID, 1, 3750, 1250",
    "/api/conversations/ID/messages, 2, 3750, 1250",
    "/api/conversations/ID/messages?limit=100, 2, 75, 25",
  })
  void showsAConversationByOneQueryAndItsAskersByOne(
      String path, int queries, int words, int results) {
    var answer =
        ask(
            path.replace("ID", longOne.id().toString())
                .replace("NUMBER", Long.toString(longOne.number())));

    assertThat(SERVER.core().database().statements()).hasSize(queries);
    assertThat(answer.split("\"(question|answer|result) \\d+\"", -1)).hasSize(words + 1);
    assertThat(answer.split("\"result \\d+\"", -1)).hasSize(results + 1);
  }

  @Test
  void tellsTheLatestOfAllConversationsByOneQuery() {
    var answer = ask("/conversations/");

    assertThat(SERVER.core().database().statements()).hasSize(1);
    assertThat(answer.split("\"message\"", -1)).hasSize(101);
  }

  private static String ask(String path) {
    SERVER.owner().get(path);
    SERVER.core().database().forget();
    var answer = SERVER.owner().get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
