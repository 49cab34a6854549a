package org.colloquy.server.core.identity;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.colloquy.server.SettableClock;
import org.colloquy.server.core.identity.WrongTryStore.Subject;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.JdbiWrongTryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WrongTrySweepTest {
  private static final List<Subject> PLACE = List.of(new Subject("place", "somewhere"));

  private final SettableClock clock = new SettableClock();
  private final Database database = Database.inMemory();
  private final WrongTryStore store = new JdbiWrongTryStore(database);

  @AfterEach
  void close() {
    database.close();
  }

  private void count() {
    var now = clock.instant();
    var once = new WrongTries(1, now, now.plus(SignInLimits.WINDOW));
    store.change(PLACE, _ -> Map.of(PLACE.getFirst(), once));
  }

  @Test
  void forgetsAtTheStartWhatIsOver() {
    count();
    clock.advance(SignInLimits.WINDOW);
    try (var _ = WrongTrySweep.start(store, clock)) {
      await().until(() -> store.find(PLACE).isEmpty());
    }
  }

  @Test
  void forgetsLaterWhatIsOverThen() {
    try (var _ = WrongTrySweep.start(store, clock, Duration.ofMillis(1))) {
      count();
      clock.advance(SignInLimits.WINDOW);
      await().until(() -> store.find(PLACE).isEmpty());
    }
  }
}
