package org.colloquy.server.core.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.colloquy.model.AccountId;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Problem;
import org.colloquy.model.Usage;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.Test;

class UsagesTest {
  private static ModelCall call(AccountId account) {
    var price = new ModelPrice(150_000, 600_000);
    return new ModelCall(account, null, "OpenAI", "small", null, "", price);
  }

  @Test
  void goesOnBeforeItIsCounted() {
    var counting = new CountDownLatch(1);
    try (var test = TestCore.with(ScriptedChatModel.saying("x"))) {
      var slow =
          new Usages(test.stores().usages(), text -> countedAfter(counting, text), test.clock());
      var account = test.owner().account();

      slow.note(call(account), new Spent.Untold(List.of("abc", "d"), 1_000, "ef"));

      assertThat(test.stores().usages().after(account, 0, 9)).isEmpty();
      counting.countDown();
      assertThat(slow.sums(test.owner(), UsageBy.MODEL, Days.ALL))
          .containsExactly(new UsageSum("small", "OpenAI", 1, 1_004, 2, 0, 0, 0, 1, 152L, 0));
    }
  }

  private static int countedAfter(CountDownLatch latch, String text) {
    try {
      latch.await();
      return text.length();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void losesNothingElseWhenItCannotBeWrittenDown() {
    try (var test = TestCore.with(ScriptedChatModel.saying("x"))) {
      var broken =
          new Usages(
              test.stores().usages(),
              _ -> {
                throw new IllegalStateException("no table of words");
              },
              test.clock());
      broken.note(call(test.owner().account()), new Spent.Untold(List.of("abc"), 0, "ef"));
      broken.note(call(test.owner().account()), new Spent.Told(new Usage(1, 2)));

      assertThat(broken.sums(test.owner(), UsageBy.DAY, Days.ALL))
          .extracting(UsageSum::calls)
          .containsExactly(1L);
    }
  }

  @Test
  void showsEverybodysOnlyToWhoLooksAfterTheServer() {
    try (var test = TestCore.with(ScriptedChatModel.saying("x"))) {
      var usages = test.core().usages();
      var eve = test.member("eve");
      usages.note(call(test.owner().account()), new Spent.Told(new Usage(1, 2)));
      usages.note(call(eve.account()), new Spent.Told(new Usage(1, 2)));

      assertThat(usages.sums(eve, UsageBy.DAY, Days.ALL))
          .hasSize(1)
          .first()
          .extracting("calls")
          .isEqualTo(1L);
      assertThat(usages.sums(test.owner(), UsageBy.ACCOUNT, Days.ALL)).hasSize(2);
      assertThat(Problems.of(() -> usages.sums(eve, UsageBy.ACCOUNT, Days.ALL)))
          .isInstanceOf(Problem.NotAllowed.class);
    }
  }

  @Test
  void showsOnePersonsDaysAndModelsButNeitherKeysNorConversations() {
    try (var test = TestCore.with(ScriptedChatModel.saying("x"))) {
      var usages = test.core().usages();
      var owner = test.owner();
      var eve = test.member("eve").account();
      usages.note(call(owner.account()), new Spent.Told(new Usage(1, 2)));
      usages.note(call(eve), new Spent.Told(new Usage(10, 20)));

      assertThat(usages.everybodys(owner, null, UsageBy.MODEL, Days.ALL))
          .extracting(UsageSum::input)
          .containsExactly(11L);
      assertThat(usages.everybodys(owner, eve, UsageBy.MODEL, Days.ALL))
          .extracting(UsageSum::input)
          .containsExactly(10L);
      assertThat(usages.everybodys(owner, eve, UsageBy.ACCOUNT, Days.ALL))
          .extracting(UsageSum::name)
          .containsExactly("eve");
      for (var by : List.of(UsageBy.KEY, UsageBy.CONVERSATION)) {
        assertThat(Problems.of(() -> usages.everybodys(owner, eve, by, Days.ALL)))
            .isInstanceOf(Problem.Invalid.class);
      }
      assertThat(
              Problems.of(() -> usages.everybodys(test.member("ole"), eve, UsageBy.DAY, Days.ALL)))
          .isInstanceOf(Problem.NotAllowed.class);
    }
  }
}
