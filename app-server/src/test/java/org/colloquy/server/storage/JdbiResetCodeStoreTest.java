package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.colloquy.model.AccountId;
import org.junit.jupiter.api.Test;

class JdbiResetCodeStoreTest extends StoreTest {
  private static final Instant UNTIL = NOON.plusSeconds(60);

  private final JdbiResetCodeStore codes = new JdbiResetCodeStore(database);
  private final AccountId ada = account("ada").id();

  JdbiResetCodeStoreTest(Kind kind) {
    super(kind);
  }

  @Test
  void givesACodeOutOnce() {
    codes.put(ada, "code", UNTIL);

    assertThat(codes.holds(ada, "code", NOON)).isTrue();
    assertThat(codes.take(ada, "other", NOON)).isFalse();
    assertThat(codes.take(account("eve").id(), "code", NOON)).isFalse();
    assertThat(codes.take(ada, "code", NOON)).isTrue();
    assertThat(codes.take(ada, "code", NOON)).isFalse();
    assertThat(codes.holds(ada, "code", NOON)).isFalse();
  }

  @Test
  void keepsTheLastCodeUntilItExpires() {
    codes.put(ada, "code", UNTIL);
    codes.put(ada, "newer", UNTIL);

    assertThat(codes.holds(ada, "code", NOON)).isFalse();
    assertThat(codes.holds(ada, "newer", UNTIL.minusSeconds(1))).isTrue();
    assertThat(codes.holds(ada, "newer", UNTIL)).isFalse();
    assertThat(codes.take(ada, "newer", UNTIL)).isFalse();
  }
}
