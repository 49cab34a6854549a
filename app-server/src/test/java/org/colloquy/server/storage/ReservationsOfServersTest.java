package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Profile;
import org.colloquy.server.core.cluster.Servers;
import org.colloquy.server.core.identity.NewAccount;
import org.colloquy.server.core.quota.Need;
import org.colloquy.server.core.quota.Quota;
import org.colloquy.server.core.quota.QuotaHolder;
import org.colloquy.server.core.quota.QuotaLimits;
import org.colloquy.server.core.quota.Reservation;
import org.colloquy.server.core.usage.ModelCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReservationsOfServersTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final QuotaLimits MOST = new QuotaLimits(100L, null, null, null);

  @TempDir Path folder;

  @Test
  void areHeldAsLongAsTheirServerIsRunning() {
    var address = Postgres.address();
    try (var staying = server("staying", address)) {
      var left = new JdbiReservationStore(staying);
      Reservation held;
      try (var ending = server("ending", address)) {
        held = reserve(ending);
        assertThat(left.left(NOON)).isEmpty();
        assertThat(left.leftAtStart(NOON)).isEmpty();
      }
      await().until(() -> left.left(NOON).equals(List.of(held)));
      assertThat(left.leftAtStart(NOON)).containsExactly(held);
    }
  }

  @Test
  void areLeftWhenItIsToldThatTheirServerEnded() throws Exception {
    var address = Postgres.address();
    try (var staying = server("staying", address)) {
      var left = new JdbiReservationStore(staying);
      var told = new CompletableFuture<List<Reservation>>();
      staying.servers().listen(new Ends(() -> told.complete(left.left(NOON))));
      Reservation held;
      try (var ending = server("ending", address)) {
        held = reserve(ending);
        assertThat(staying.servers().others()).hasSize(1);
      }
      assertThat(told.get(1, TimeUnit.MINUTES)).containsExactly(held);
    }
  }

  private record Ends(Runnable work) implements Servers.Listener {
    @Override
    public void given(List<Servers.Given> signals) {
      throw new AssertionError("nobody gave a signal");
    }

    @Override
    public void othersEnded() {
      work.run();
    }

    @Override
    public void takenForDead() {
      throw new AssertionError("it is running");
    }
  }

  private Database server(String name, String address) {
    return Database.withOthers(folder.resolve(name), folder.resolve("shared"), address, null);
  }

  private static Reservation reserve(Database database) {
    var account =
        new JdbiAccountStore(database)
            .add(
                new NewAccount(
                    new AccountId(UUID.randomUUID()),
                    "ada",
                    "ada@lab.example",
                    Profile.EMPTY,
                    AccountRole.MEMBER,
                    null,
                    NOON))
            .id();
    new JdbiQuotaStore(database).put(new Quota(new QuotaHolder.One(account), MOST));
    var call = new ModelCall(account, null, "Lab", "llama", null, "", null);
    var held = new Reservation(UUID.randomUUID(), call, new Need(10, 20), 7, NOON.plusSeconds(60));
    return new JdbiReservationStore(database)
        .reserve(account, LocalDate.parse("2026-03-01"), _ -> held)
        .orElseThrow();
  }
}
