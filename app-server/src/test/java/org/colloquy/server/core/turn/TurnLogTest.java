package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Role;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.Usage;
import org.junit.jupiter.api.Test;

class TurnLogTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final TurnEvent END = new TurnEvent.Finished(Usage.NONE);

  private final TurnLog log = new TurnLog();

  @Test
  void joinsTextsThatFollowEachOther() throws InterruptedException {
    log.add(new TurnEvent.TextDelta("ab"));
    log.add(new TurnEvent.TextDelta("cd"));
    log.add(new TurnEvent.ReasoningDelta("e"));
    log.add(END);

    assertThat(log.after(0, LONG))
        .isEqualTo(
            new TurnLog.Piece(
                List.of(new TurnEvent.TextDelta("abcd"), new TurnEvent.ReasoningDelta("e"), END),
                6,
                true));
  }

  @Test
  void cutsATextAtThePosition() throws InterruptedException {
    log.add(new TurnEvent.ToolReturned("1", "x"));
    log.add(new TurnEvent.TextDelta("abcd"));

    assertThat(log.after(3, LONG).events()).containsExactly(new TurnEvent.TextDelta("cd"));
    assertThat(log.after(3, LONG).next()).isEqualTo(5);
  }

  @Test
  void isReassembledFromAnyPositions() throws InterruptedException {
    var said = List.of("one", " two", " three", " four");
    said.forEach(text -> log.add(new TurnEvent.TextDelta(text)));
    log.add(END);

    for (int position = 0; position < 18; position++) {
      var rest = log.after(position, LONG).events().getFirst();
      assertThat(rest).isEqualTo(new TurnEvent.TextDelta("one two three four".substring(position)));
    }
  }

  @Test
  void isReassembledAfterItsAnswerWasSaved() throws InterruptedException {
    var saved = new TurnEvent.MessageSaved(answer("one two"));
    log.add(new TurnEvent.ReasoningDelta("hm"));
    log.add(new TurnEvent.TextDelta("one"));
    log.add(new TurnEvent.TextDelta(" two"));
    log.add(saved);
    log.add(END);

    assertThat(log.after(1, LONG))
        .isEqualTo(
            new TurnLog.Piece(
                List.of(
                    new TurnEvent.ReasoningDelta("m"),
                    new TurnEvent.TextDelta("one two"),
                    saved,
                    END),
                11,
                true));
    assertThat(log.after(6, LONG).events())
        .containsExactly(new TurnEvent.TextDelta("two"), saved, END);
  }

  @Test
  void hasNothingMoreAfterItsEnd() throws InterruptedException {
    log.add(END);

    assertThat(log.after(1, LONG)).isEqualTo(new TurnLog.Piece(List.of(), 1, true));
    assertThat(log.after(99, LONG).last()).isTrue();
  }

  @Test
  void returnsNothingWhenNothingHappensForTheLongestWait() throws InterruptedException {
    assertThat(log.after(0, Duration.ofMillis(1)))
        .isEqualTo(new TurnLog.Piece(List.of(), 0, false));
  }

  private static Message answer(String text) {
    return new Message(
        new MessageId(new UUID(0, 1)),
        1,
        new ConversationId(new UUID(0, 2)),
        null,
        Role.ASSISTANT,
        text,
        "",
        MessageState.COMPLETE,
        Instant.EPOCH,
        null,
        Usage.NONE,
        List.of(),
        null,
        null);
  }
}
