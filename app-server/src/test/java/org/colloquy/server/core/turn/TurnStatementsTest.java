package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.Conversation;
import org.colloquy.model.TurnEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When many ask at once, each of them waits for the statements of all others: so there are no more
/// of them than a plain turn needs.
class TurnStatementsTest extends TurnCase {
  private volatile List<String> untilFirstWord = List.of();

  @BeforeEach
  void askOnceBefore() {
    // What every request asks for is known from then on.
    var conversation = conversation();
    run(ask(conversation, "Hi"), new RecordingSink());
    askAgain(conversation);
  }

  private void askAgain(Conversation conversation) {
    test.database().forget();
    run(
        ask(conversation, "How are you?"),
        new RecordingSink(event -> {
          if (event instanceof TurnEvent.TextDelta && untilFirstWord.isEmpty()) {
            untilFirstWord = test.database().statements();
          }
        }));
  }

  private static boolean reads(String statement) {
    return statement.startsWith("select");
  }

  @Test
  void readsTheConversationWhatItHasAndItsMessagesBeforeTheFirstWord() {
    assertThat(untilFirstWord).filteredOn(TurnStatementsTest::reads).hasSize(3);
  }

  @Test
  void savesTheQuestionAndItsAnswerToBeWithFourStatements() {
    assertThat(untilFirstWord)
        .filteredOn(statement -> !reads(statement))
        .satisfiesExactly(
            moved -> assertThat(moved).startsWith("update conversation_progress"),
            question -> assertThat(question).startsWith("insert into message"),
            answer -> assertThat(answer).startsWith("insert into message"),
            growing -> assertThat(growing).startsWith("insert into growing"));
  }

  @Test
  void keepsTheWholeAnswerWithSixMore() {
    assertThat(test.database().statements()).hasSize(untilFirstWord.size() + 6);
  }
}
