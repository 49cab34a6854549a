package org.colloquy.server.llm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.model.Usage;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.embedding.NoEmbedder;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.ReplyListener;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalChatModelTest {
  private static final AccountId ME = new AccountId(new UUID(0, 1));
  private static final ModelUsed BUILT_IN = new ModelUsed("Built in", "local");

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("x"));
  private final List<Message> said = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void quotesWhatWasSaidWithWhereItComesFrom() {
    user("Remind me that the centrifuge needs a new rotor.\n\nAnd buy milk.");
    model("The rotor for the centrifuge costs 900 euros.\nIt is sold in pairs.");
    user("Tomorrow is the picnic.");
    user("What do I know about the centrifuge rotor?");

    var answer = ask("What do I know about the centrifuge rotor?");

    assertThat(answer)
        .startsWith("I am Colloquy's built-in helper, not a language model")
        .contains(
            """
            > Remind me that the centrifuge needs a new rotor.
            >
            > — You, 2 November 2026\
            """)
        .contains(
            """
            > The rotor for the centrifuge costs 900 euros.
            > It is sold in pairs.
            >
            > — gpt-x, 2 November 2026\
            """)
        .doesNotContain("picnic", "milk", "What do I know");
    assertThat(String.join("", words)).isEqualTo(answer);
    assertThat(words.size()).isGreaterThan(20);
  }

  @Test
  void answersTheSameQuestionTheSameWay() {
    for (int i = 0; i < 50; i++) {
      user("Note " + i + " about enzymes and buffers");
    }

    assertThat(ask("enzymes")).isEqualTo(ask("enzymes"));
  }

  @Test
  void saysThatNothingWasFoundAndHowToGetRealAnswers() {
    user("The centrifuge needs a rotor.");

    assertThat(ask("How do butterflies migrate?"))
        .contains("I found nothing", "open **Keys**")
        .doesNotContain(">");
  }

  @Test
  void doesNotQuoteWhatSharesOneWordOfMany() {
    user("My new bicycle is red.");

    assertThat(ask("Which red giant stars will explode within the next million years?"))
        .contains("I found nothing");
  }

  @Test
  void helpsWhenThereIsNothingYet() {
    user("Where is my data?");

    assertThat(ask("Where is my data?")).contains("nothing to look up yet", "open **Keys**");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "hi!", " Good morning... ", "Who are you?"})
  void greets(String greeting) {
    user("hello world program in C");

    assertThat(ask(greeting)).startsWith("Hello!").contains("not a language model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "???", "the of and", "😀", "\uD83D", "a AND (b OR \"c"})
  void bearsOddQuestions(String question) {
    user("The centrifuge needs a rotor.");

    assertThat(ask(question)).contains("not a language model");
  }

  @Test
  void doesNotQuoteItself() {
    said(Role.ASSISTANT, "I said something about enzymes.", BUILT_IN);
    user("milk");

    assertThat(ask("enzymes")).contains("I found nothing");
  }

  @Test
  void doesNotLookIntoOtherPeoplesConversations() {
    user("The secret enzyme is trypsin.");
    var stranger = new AccountId(new UUID(0, 2));

    assertThat(ask(stranger, "enzyme", new Cancellation())).doesNotContain("trypsin");
  }

  @Test
  void shortensLongPassages() {
    user("enzyme " + "word ".repeat(1000));

    assertThat(ask("enzyme").length()).isLessThan(1000);
  }

  @Test
  void findsWordsOfOtherLanguages() {
    user("Das Übungsblatt liegt im Schrank");
    user("実験の結果は良好です");

    assertThat(ask("Übungsblatt")).contains("Schrank");
    assertThat(ask("実験")).contains("良好");
  }

  @Test
  void stopsWhenCancelled() {
    var cancellation = new Cancellation();
    cancellation.cancel();

    assertThatThrownBy(() -> ask(ME, "hello", cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(words).isEmpty();
  }

  private void user(String content) {
    said(Role.USER, content, null);
  }

  private void model(String content) {
    said(Role.ASSISTANT, content, new ModelUsed("OpenAI", "gpt-x"));
  }

  private void said(Role role, String content, @Nullable ModelUsed model) {
    int number = said.size() + 1;
    said.add(
        new Message(
            new MessageId(new UUID(1, number)),
            number,
            new ConversationId(new UUID(2, 1)),
            null,
            role,
            content,
            "",
            MessageState.COMPLETE,
            Instant.parse("2026-11-02T10:00:00Z"),
            model,
            Usage.NONE,
            List.of(),
            null,
            null));
  }

  private String ask(String question) {
    return ask(ME, question, new Cancellation());
  }

  private String ask(AccountId account, String question, Cancellation cancellation) {
    words.clear();
    var store = new FixedMessages(ME, said.reversed());
    var listener =
        new ReplyListener() {
          @Override
          public void text(String text) {
            words.add(text);
          }

          @Override
          public void reasoning(String text) {
            throw new AssertionError("it does not think");
          }
        };
    var prompt = new Prompt("local", List.of(new Prompt.Line(Role.USER, question)), List.of());
    new LocalChatModel(test.texts(store), new NoEmbedder(), account, BUILT_IN.provider())
        .stream(prompt, listener, cancellation);
    return String.join("", words);
  }
}
