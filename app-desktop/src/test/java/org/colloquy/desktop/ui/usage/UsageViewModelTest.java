package org.colloquy.desktop.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.background.LateBackground;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.fake.ScriptedAccount;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.ui.usage.UsageViewModel.By;
import org.colloquy.model.KeyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageViewModelTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

  private final ScriptedServer server = new ScriptedServer();
  private final AccountClient client = new AccountClient(server.address());
  private final UsageViewModel usage = new UsageViewModel(client, new InlineBackground(), CLOCK);

  @AfterEach
  void stop() {
    server.close();
  }

  private String lastRequest() {
    return server.requests().getLast();
  }

  @Test
  void asksForTheLastThirtyDaysUnlessOthersAreChosen() {
    usage.load();
    assertThat(lastRequest()).contains("by=day&from=2026-10-24&to=2026-11-22");
    usage.last(7);
    assertThat(lastRequest()).contains("from=2026-11-16&to=2026-11-22");
  }

  @Test
  void asksForDaysThatAreChosenOneByOne() {
    usage.from(LocalDate.parse("2026-03-01"));
    usage.until(LocalDate.parse("2026-03-31"));
    assertThat(lastRequest()).contains("from=2026-03-01&to=2026-03-31");
    assertThat(usage.span().get()).isZero();
    usage.sumUp(By.MODEL);
    assertThat(lastRequest()).contains("by=model&from=2026-03-01&to=2026-03-31");
  }

  @Test
  void neverEndsBeforeItBegins() {
    usage.until(LocalDate.parse("2025-01-10"));
    assertThat(usage.days().get().first()).isEqualTo("2025-01-10");
    usage.from(LocalDate.parse("2025-02-01"));
    assertThat(usage.days().get().last()).isEqualTo("2025-02-01");
  }

  @Test
  void showsNoAnswerToWhatIsNotAskedAnyMore() {
    var late = new LateBackground();
    var slow = new UsageViewModel(client, late, CLOCK);
    slow.sumUp(By.DAY);
    int second = late.asked();
    slow.sumUp(By.MODEL);
    late.answerFrom(second);
    late.answerFrom(0);
    assertThat(slow.shown().get().by()).isEqualTo(By.MODEL);
  }

  @Test
  void marksTheKeyThatWasAskedFor() {
    usage.sumUp(new KeyId(UUID.fromString(ScriptedAccount.USED_KEY)));
    usage.load();
    assertThat(usage.shown().get().by()).isEqualTo(By.KEY);
    assertThat(usage.shown().get().marked()).isEqualTo(ScriptedAccount.USED_KEY);
    usage.sumUp(By.KEY);
    assertThat(usage.shown().get().marked()).isEmpty();
  }

  @Test
  void writesATableInWhichNoNameIsAFormula() {
    usage.sumUp(By.KEY);
    assertThat(usage.csv())
        .isEqualTo(
            """
            key,name,calls,input_tokens,output_tokens,calls_with_counted_tokens,cost_usd,calls_without_price,cached_input_tokens,cache_written_input_tokens,reasoning_output_tokens
            00000000-0000-0000-0000-000000000001,Work,3,1200,80,0,0.003800,0,1024,64,60
            00000000-0000-0000-0000-000000000002,'=Home,1,10,5,1,"",1,0,0,0
            """
                .replace("\n", "\r\n"));
    assertThat(usage.csvName()).isEqualTo("usage-by-key-2026-10-24-2026-11-22.csv");
  }
}
