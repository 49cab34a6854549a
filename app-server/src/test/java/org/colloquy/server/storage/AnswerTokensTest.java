package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Usage;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.colloquy.server.core.conversation.MessageStore.Words;
import org.colloquy.server.core.conversation.NewMessage;
import org.junit.jupiter.api.Test;

/// What the tokens of an answer were in detail.
class AnswerTokensTest extends StoreTest {
  private static final Usage FIRST = new Usage(100, 20, 60, 30, 5);
  private static final Usage WHOLE = new Usage(150, 30, 70, 40, 6);

  private final JdbiMessageStore messages = new JdbiMessageStore(database);
  private final ConversationId talk = conversation(account("ada").id(), "talk").id();
  private final MessageId answer = new MessageId(next());

  AnswerTokensTest(Kind kind) {
    super(kind);
    messages.append(List.of(NewMessage.growing(answer, talk, null, NOON)));
  }

  private void finish(MessageState state, Usage usage) {
    messages.finish(new FinishedAnswer(answer, "Light.", "", state, usage, List.of(), null));
  }

  private Usage kept() {
    return messages.tree(talk).getFirst().usage();
  }

  private long rows() {
    return database.read(
        handle -> handle.createQuery("select count(*) from answer_tokens").mapTo(Long.class).one());
  }

  @Test
  void areKeptWithItAndGoWithIt() {
    finish(MessageState.COMPLETE, FIRST);

    assertThat(kept()).isEqualTo(FIRST);
    assertThat(messages.tree(talk).getFirst().failure()).isNull();
    database.write(handle -> handle.execute("delete from conversation"));
    assertThat(rows()).isZero();
  }

  @Test
  void stayWhileItGrowsOnAndAreThoseOfAllOfItAtTheEnd() {
    finish(MessageState.CUT_OFF, FIRST);
    messages.resume(answer, NOON);
    messages.writeDown(Map.of(answer, new Words("Light. More", "")));
    assertThat(kept()).isEqualTo(FIRST);

    finish(MessageState.COMPLETE, WHOLE);

    assertThat(kept()).isEqualTo(WHOLE);
    assertThat(rows()).isOne();
  }

  @Test
  void needNoRowWhenThereIsNothingToTell() {
    finish(MessageState.COMPLETE, new Usage(100, 20));

    assertThat(kept()).isEqualTo(new Usage(100, 20));
    assertThat(rows()).isZero();
  }

  @Test
  void areNoticedWhenTheDiskChangesThem() {
    finish(MessageState.COMPLETE, FIRST);

    database.write(handle -> handle.execute("update answer_tokens set reasoning = 6"));

    assertThat(messages.tree(talk).getFirst().failure())
        .isEqualTo("This message was damaged on the disk.");
  }
}
