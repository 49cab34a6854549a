package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.colloquy.model.Usage;
import org.colloquy.server.core.conversation.AnswerOrigin;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.usage.ModelCall;
import org.colloquy.server.core.usage.NewUse;
import org.colloquy.server.core.usage.UsageSum;
import org.junit.jupiter.api.Test;

/// How answers came about, and what was taken for them.
class AnswerOriginTest extends StoreTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final JdbiMessageStore messages = new JdbiMessageStore(database);
  private final AccountId ada = account("ada").id();
  private final ConversationId talk = conversation(ada, "Methane").id();

  AnswerOriginTest(Kind kind) {
    super(kind);
  }

  private MessageId growing() {
    var id = new MessageId(next());
    messages.append(List.of(NewMessage.growing(id, talk, null, NOON)));
    return id;
  }

  private static AnswerOrigin origin(AccountId asker) {
    var format = new ResponseFormat.JsonSchema("rates", "{}");
    var parameters = new ModelParameters(0.5, 0.9, 7L, 100, List.of("END", "STOP"), format);
    return new AnswerOrigin(
        asker, "Poet", parameters, NOON, SECOND, SECOND.plusMillis(500), Duration.ofMillis(500));
  }

  private void finish(MessageId id, AnswerOrigin origin, MessageState state) {
    var words = new FinishedAnswer(id, "Light.", "", state, Usage.NONE, List.of(), null);
    messages.finish(words, origin);
  }

  @Test
  void isKeptWithTheAnswerAndGoesWithIt() {
    var id = growing();
    assertThat(messages.origin(id)).isEmpty();

    finish(id, origin(ada), MessageState.COMPLETE);

    assertThat(messages.origin(id)).contains(origin(ada));
    new JdbiErasureStore(database).remove(ada);
    assertThat(messages.origin(id)).isEmpty();
  }

  @Test
  void addsTheTimesOfTheRestAndForgetsAnAskerWhoIsGone() {
    var bob = account("bob").id();
    var id = growing();
    finish(id, origin(bob), MessageState.CUT_OFF);
    messages.resume(id, NOON);
    finish(id, origin(ada), MessageState.COMPLETE);

    new JdbiErasureStore(database).remove(bob);

    var first = origin(ada);
    assertThat(messages.origin(id))
        .contains(
            new AnswerOrigin(
                null, "Poet", first.parameters(), NOON, SECOND, Duration.ofSeconds(3), SECOND));
  }

  @Test
  void sumsUpWhatAnAccountTookForAnswers() {
    var usages = new JdbiUsageStore(database);
    var id = growing();
    var other = growing();
    var call = new ModelCall(ada, talk, "Lab", "llama", null, "", null);
    usages.add(new NewUse(call.in(id), new Usage(10, 2), false, NOON));
    usages.add(new NewUse(call.in(id), new Usage(5, 1), true, NOON));
    usages.add(new NewUse(call.in(other), new Usage(100, 100), true, NOON));
    usages.add(new NewUse(call, new Usage(100, 100), true, NOON));

    assertThat(usages.ofAnswers(ada, List.of(id)))
        .contains(new UsageSum("", "", 2, 15, 3, 0, 0, 0, 1, null, 2));
    assertThat(usages.ofAnswers(ada, List.of(new MessageId(next())))).isEmpty();
    assertThat(usages.ofAnswers(account("eve").id(), List.of(id))).isEmpty();
  }
}
