package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.KeyId;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Usage;
import org.colloquy.server.core.usage.Days;
import org.colloquy.server.core.usage.ModelCall;
import org.colloquy.server.core.usage.ModelUse;
import org.colloquy.server.core.usage.NewUse;
import org.colloquy.server.core.usage.UsageBy;
import org.colloquy.server.core.usage.UsageSum;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbiUsageStoreTest extends StoreTest {
  private static final ModelPrice PRICE = new ModelPrice(2_000_000, 8_000_000);
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  private final JdbiUsageStore usages = new JdbiUsageStore(database);
  private final KeyId key = new KeyId(next());

  JdbiUsageStoreTest(Kind kind) {
    super(kind);
  }

  private void use(
      AccountId account, @Nullable ConversationId conversation, String model, int day) {
    boolean priced = model.equals("gpt");
    var call =
        new ModelCall(
            account,
            conversation,
            priced ? "OpenAI" : "Lab",
            model,
            priced ? key : null,
            priced ? "mine" : "",
            priced ? PRICE : null);
    var at = NOON.plus(Duration.ofDays(day));
    usages.add(new NewUse(call, new Usage(10, 2, 4, 3, 1), !priced, at));
  }

  @Test
  void sumsUpByEverythingThatIsAsked() {
    var ada = account("ada").id();
    var talk = conversation(ada, "Methane");
    use(ada, talk.id(), "llama", 0);
    use(ada, talk.id(), "gpt", 1);
    use(ada, null, "gpt", 1);
    use(account("eve").id(), null, "gpt", 1);

    assertThat(usages.sums(ada, UsageBy.DAY, Days.ALL))
        .containsExactly(
            new UsageSum("2026-03-02", "", 2, 20, 4, 8, 6, 2, 0, 72L, 0),
            new UsageSum("2026-03-01", "", 1, 10, 2, 4, 3, 1, 1, null, 1));
    assertThat(usages.sums(ada, UsageBy.MODEL, Days.ALL))
        .containsExactly(
            new UsageSum("gpt", "OpenAI", 2, 20, 4, 8, 6, 2, 0, 72L, 0),
            new UsageSum("llama", "Lab", 1, 10, 2, 4, 3, 1, 1, null, 1));
    assertThat(usages.sums(ada, UsageBy.KEY, Days.ALL))
        .containsExactly(
            new UsageSum(key.toString(), "mine", 2, 20, 4, 8, 6, 2, 0, 72L, 0),
            new UsageSum(null, "", 1, 10, 2, 4, 3, 1, 1, null, 1));
    assertThat(usages.sums(ada, UsageBy.CONVERSATION, Days.ALL))
        .containsExactlyInAnyOrder(
            new UsageSum(talk.id().toString(), "Methane", 2, 20, 4, 8, 6, 2, 1, 36L, 1),
            new UsageSum(null, "", 1, 10, 2, 4, 3, 1, 0, 36L, 0));
    assertThat(usages.sums(UsageBy.ACCOUNT, Days.ALL))
        .extracting(UsageSum::name, UsageSum::calls)
        .containsExactlyInAnyOrder(tuple("ada", 3L), tuple("eve", 1L));
  }

  @Test
  void countsTheDaysInBetween() {
    var ada = account("ada").id();
    for (int day = 0; day < 4; day++) {
      use(ada, null, "gpt", day);
    }
    assertThat(usages.sums(ada, UsageBy.DAY, new Days(FIRST.plusDays(1), FIRST.plusDays(2))))
        .extracting(UsageSum::of)
        .containsExactly("2026-03-03", "2026-03-02");
  }

  @Test
  void keepsWhatWasUsedWithoutTheConversation() {
    var ada = account("ada").id();
    var talk = conversation(ada, "Methane").id();
    use(ada, talk, "gpt", 0);
    database.write(handle -> handle.execute("delete from conversation"));
    use(ada, talk, "gpt", 0);

    var uses = usages.after(ada, 0, 9);

    assertThat(uses).hasSize(2).extracting(ModelUse::conversation).containsOnlyNulls();
    assertThat(usages.after(ada, uses.getFirst().number(), 9)).containsExactly(uses.getLast());
    assertThat(uses.getFirst())
        .isEqualTo(
            new ModelUse(
                uses.getFirst().number(),
                null,
                "OpenAI",
                "gpt",
                key,
                "mine",
                NOON,
                new Usage(10, 2, 4, 3, 1),
                false,
                36L));
  }

  @Test
  void keepsNothingOfAnAccountThatIsGone() {
    use(new AccountId(next()), null, "gpt", 0);
    assertThat(usages.sums(UsageBy.ACCOUNT, Days.ALL)).isEmpty();
    assertThat(usages.sums(UsageBy.DAY, Days.ALL)).isEmpty();
  }
}
