package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.KeyId;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Usage;
import org.colloquy.server.Problems;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.quota.Need;
import org.colloquy.server.core.quota.Quota;
import org.colloquy.server.core.quota.QuotaHolder;
import org.colloquy.server.core.quota.QuotaLimits;
import org.colloquy.server.core.quota.Reservation;
import org.colloquy.server.core.quota.Standing;
import org.colloquy.server.core.quota.Standing.Reserved;
import org.colloquy.server.core.quota.Standing.Used;
import org.colloquy.server.core.usage.ModelCall;
import org.colloquy.server.core.usage.NewUse;
import org.junit.jupiter.api.Test;

class JdbiReservationStoreTest extends StoreTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
  private static final Instant HELD = NOON.plusSeconds(60);
  private static final QuotaLimits MOST = new QuotaLimits(100L, null, null, null);

  private final JdbiReservationStore reservations = new JdbiReservationStore(database);
  private final JdbiQuotaStore quotas = new JdbiQuotaStore(database);
  private final JdbiUsageStore usages = new JdbiUsageStore(database);

  JdbiReservationStoreTest(Kind kind) {
    super(kind);
  }

  private ModelCall call(AccountId account) {
    return new ModelCall(account, null, "Lab", "llama", null, "", null);
  }

  private Reservation reservation(AccountId account, int output) {
    return new Reservation(next(), call(account), new Need(10, output), 7, HELD);
  }

  private NewUse took(AccountId account, int tokens, Instant at) {
    return new NewUse(call(account), new Usage(tokens, 0), false, at);
  }

  private Standing standing(AccountId account) {
    return quotas.counting(account, TODAY).getFirst();
  }

  private Optional<Reservation> reserve(AccountId account, int output) {
    return reservations.reserve(account, TODAY, fitting(reservation(account, output)));
  }

  /// Takes it as long as all quotas have room for it.
  private static Function<List<Standing>, Reservation> fitting(Reservation wanted) {
    int tokens = wanted.granted().input() + wanted.granted().output();
    return standings -> {
      for (var standing : standings) {
        long taken = standing.used().tokensToday() + standing.reserved().tokens();
        if (taken + tokens > Objects.requireNonNull(standing.quota().most().tokensPerDay())) {
          throw new ProblemException(new Problem.QuotaReached("tokens"));
        }
      }
      return wanted;
    };
  }

  @Test
  void asksNobodyWhoHasNoQuota() {
    var ada = account("ada").id();

    assertThat(reservations.isLimited(ada)).isFalse();
    assertThat(reserve(ada, 1_000_000)).isEmpty();
    quotas.put(new Quota(new QuotaHolder.One(ada), MOST));
    assertThat(reservations.isLimited(ada)).isTrue();
    assertThat(reserve(ada, 90)).isPresent();
  }

  @Test
  void givesTheLastPlaceToOneOfManyWhoComeAtOnce() throws InterruptedException {
    var ada = account("ada").id();
    quotas.put(new Quota(new QuotaHolder.One(ada), MOST));
    var wanted = IntStream.range(0, 50).mapToObj(_ -> reservation(ada, 60)).toList();
    var given = new AtomicInteger();
    var threads =
        wanted.stream()
            .map(one ->
                Thread.ofVirtual()
                    .start(() -> {
                      try {
                        reservations.reserve(ada, TODAY, fitting(one));
                        given.incrementAndGet();
                      } catch (ProblemException _) {
                        // There was no room left.
                      }
                    }))
            .toList();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(given).hasValue(1);
    assertThat(standing(ada).reserved()).isEqualTo(new Reserved(70, 7));
  }

  @Test
  void countsADayAMonthAndWhatIsReserved() {
    var ada = account("ada").id();
    quotas.put(new Quota(new QuotaHolder.Everybody(), MOST));
    usages.add(took(ada, 5, NOON.minusSeconds(3 * 86_400)));
    usages.add(took(ada, 3, NOON));
    usages.add(took(account("bob").id(), 80, NOON));
    reserve(ada, 20);

    assertThat(standing(ada).used()).isEqualTo(new Used(3, 3, 0, 0));
    assertThat(standing(ada).reserved()).isEqualTo(new Reserved(30, 7));
    assertThat(quotas.counting(ada, TODAY.minusDays(1)).getFirst().used().tokensThisMonth())
        .isEqualTo(8);
  }

  @Test
  void countsAGroupTogetherAndAnOwnQuotaInsteadOfEverybodys() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var group = new GroupId(next());
    var groups = new JdbiGroupStore(database);
    groups.add(group, "Lab", NOON);
    groups.join(group, ada);
    groups.join(group, bob);
    quotas.put(new Quota(new QuotaHolder.Group(group), MOST));
    quotas.put(new Quota(new QuotaHolder.Everybody(), new QuotaLimits(1L, null, null, null)));
    quotas.put(new Quota(new QuotaHolder.One(ada), new QuotaLimits(1_000L, null, null, null)));
    quotas.put(new Quota(new QuotaHolder.One(bob), new QuotaLimits(1_000L, null, null, null)));

    assertThat(reserve(ada, 50)).isPresent();
    assertThat(Problems.of(() -> reserve(bob, 50))).isEqualTo(new Problem.QuotaReached("tokens"));
    groups.leave(group, bob);
    assertThat(reserve(bob, 50)).isPresent();
  }

  @Test
  void putsWhatWasTakenInThePlaceOfWhatWasReserved() {
    var ada = account("ada").id();
    quotas.put(new Quota(new QuotaHolder.One(ada), MOST));
    var first = reserve(ada, 40).orElseThrow();
    var second = reserve(ada, 20).orElseThrow();

    reservations.settle(first, took(ada, 12, NOON));
    reservations.release(second.id());

    assertThat(standing(ada).used().tokensToday()).isEqualTo(12);
    assertThat(standing(ada).reserved()).isEqualTo(new Reserved(0, 0));
  }

  @Test
  void settlesOnceWhatWasLeftBehindAndCorrectsItWhenItsProgramLivesOn() {
    var ada = account("ada").id();
    quotas.put(new Quota(new QuotaHolder.One(ada), MOST));
    var left = reserve(ada, 40).orElseThrow();

    assertThat(reservations.left(NOON)).isEmpty();
    assertThat(reservations.left(HELD)).containsExactly(left);
    assertThat(reservations.leftAtStart(NOON)).containsExactly(left);
    reservations.settleLeft(left, took(ada, 10, NOON));
    reservations.settleLeft(left, took(ada, 10, NOON));
    assertThat(standing(ada).used().tokensToday()).isEqualTo(10);

    reservations.settle(left, took(ada, 33, NOON));
    assertThat(standing(ada).used().tokensToday()).isEqualTo(33);
    assertThat(standing(ada).reserved()).isEqualTo(new Reserved(0, 0));
  }

  @Test
  void keepsAllThatIsKnownOfTheCall() {
    var ada = account("ada").id();
    quotas.put(new Quota(new QuotaHolder.One(ada), MOST));
    var call =
        new ModelCall(
            ada,
            new ConversationId(next()),
            "Lab",
            "llama",
            new KeyId(next()),
            "mine",
            new ModelPrice(3, 4),
            new MessageId(next()));
    var wanted = new Reservation(next(), call, new Need(10, 20), 5, HELD);

    reservations.reserve(ada, TODAY, fitting(wanted));

    assertThat(reservations.left(HELD)).containsExactly(wanted);
    assertThat(reservations.keptOf(new MessageId(next()))).isEmpty();
  }
}
