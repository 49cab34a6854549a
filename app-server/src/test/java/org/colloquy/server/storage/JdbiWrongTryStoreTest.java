package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.colloquy.server.core.identity.WrongTries;
import org.colloquy.server.core.identity.WrongTryStore;
import org.colloquy.server.core.identity.WrongTryStore.Subject;
import org.junit.jupiter.api.Test;

class JdbiWrongTryStoreTest extends StoreTest {
  private static final Subject ADA = new Subject("target", "ada");
  private static final Subject HOME = new Subject("place", "home");

  private final JdbiWrongTryStore store = new JdbiWrongTryStore(database);

  JdbiWrongTryStoreTest(Kind kind) {
    super(kind);
  }

  private static WrongTries tries(int count) {
    return new WrongTries(count, NOON, NOON.plusSeconds(60));
  }

  private void put(Subject subject, WrongTries tries) {
    store.change(List.of(subject), _ -> Map.of(subject, tries));
  }

  @Test
  void keepsWhatIsDecided() {
    put(ADA, tries(1));
    store.change(
        List.of(ADA, HOME),
        kept -> {
          assertThat(kept).containsExactly(Map.entry(ADA, tries(1)));
          return Map.of(ADA, tries(2), HOME, tries(7));
        });

    assertThat(store.find(List.of(HOME, ADA, new Subject("place", "ada"))))
        .containsOnly(Map.entry(ADA, tries(2)), Map.entry(HOME, tries(7)));
    put(HOME, tries(8));
    assertThat(store.find(List.of(ADA))).containsExactly(Map.entry(ADA, tries(2)));
  }

  @Test
  void removesWhatADecisionLeavesOut() {
    put(ADA, tries(1));
    put(HOME, tries(1));
    store.change(List.of(ADA, HOME), _ -> Map.of(HOME, tries(1)));

    assertThat(store.find(List.of(ADA, HOME))).containsExactly(Map.entry(HOME, tries(1)));
  }

  @Test
  void changesNothingWhenTheDecisionThrows() {
    put(ADA, tries(1));

    assertThatThrownBy(() ->
            store.change(
                List.of(ADA),
                _ -> {
                  throw new IllegalArgumentException("no");
                }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(store.find(List.of(ADA))).containsExactly(Map.entry(ADA, tries(1)));
  }

  @Test
  void forgetsWhatCountsNoMore() {
    put(ADA, new WrongTries(1, NOON, NOON.plusSeconds(1)));
    put(HOME, new WrongTries(1, NOON, NOON.plusSeconds(2)));
    store.forget(NOON);
    assertThat(store.find(List.of(ADA, HOME))).hasSize(2);

    store.forget(NOON.plusSeconds(1));

    assertThat(store.find(List.of(ADA, HOME))).containsOnlyKeys(HOME);
  }

  @Test
  void hasThoseGiveWayThatChangedLongestAgo() {
    put(ADA, tries(1));
    put(HOME, tries(1));
    put(new Subject("target", "kari"), tries(1));
    put(ADA, tries(2));
    var digits = "(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))";
    database.write(handle ->
        handle.execute(
            """
            insert into wrong_try (kind, hash, tries, since, forgotten_at)
            select 'target', concat(a.x, b.x, c.x, d.x), 1, current_timestamp, current_timestamp
            from %1$s a (x), %1$s b (x), %1$s c (x), %1$s d (x)
            order by 2 fetch first %2$d rows only
            """
                .formatted(digits, WrongTryStore.MOST - 2)));
    put(new Subject("target", "new"), tries(1));

    assertThat(store.find(List.of(ADA, HOME, new Subject("target", "kari"))))
        .containsOnlyKeys(ADA, HOME);
  }

  @Test
  void letsOneDecideAtATime() throws InterruptedException {
    var go = new CountDownLatch(1);
    var threads =
        IntStream.range(0, 50)
            .mapToObj(_ ->
                Thread.ofVirtual()
                    .start(() -> {
                      try {
                        go.await();
                      } catch (InterruptedException e) {
                        throw new AssertionError(e);
                      }
                      store.change(
                          List.of(ADA),
                          kept -> {
                            var before = kept.get(ADA);
                            return Map.of(ADA, tries(before == null ? 1 : before.count() + 1));
                          });
                    }))
            .toList();
    go.countDown();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(store.find(List.of(ADA))).containsExactly(Map.entry(ADA, tries(50)));
  }
}
