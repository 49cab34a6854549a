package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.identity.ApiToken;
import org.colloquy.server.core.identity.ApiTokenId;
import org.colloquy.server.core.identity.Scope;
import org.junit.jupiter.api.Test;

class JdbiApiTokenStoreTest extends StoreTest {
  private final JdbiApiTokenStore tokens = new JdbiApiTokenStore(database);
  private final AccountId ada = account("ada").id();
  private final AccountId eve = account("eve").id();

  JdbiApiTokenStoreTest(Kind kind) {
    super(kind);
  }

  private ApiToken added(AccountId owner, String fingerprint) {
    var token =
        new ApiToken(
            new ApiTokenId(next()),
            owner,
            "notebook",
            Set.of(Scope.READ, Scope.WRITE),
            "x3Yz",
            NOON,
            NOON.plus(Duration.ofDays(30)),
            null);
    tokens.add(token, fingerprint);
    return token;
  }

  @Test
  void findsATokenByItsFingerprint() {
    var first = added(ada, "f1");
    var second = added(ada, "f2");

    assertThat(tokens.find("f2")).contains(second);
    assertThat(tokens.find("f3")).isEmpty();
    assertThat(tokens.all(ada)).containsExactly(first, second);
  }

  @Test
  void findsATokenThatWasLookedForBeforeItWasThere() {
    assertThat(tokens.find("f1")).isEmpty();
    var token = added(ada, "f1");
    assertThat(tokens.find("f1")).contains(token);
  }

  @Test
  void notesItsLastUse() {
    var token = added(ada, "f1");
    tokens.noteUse(ada, token.id(), NOON.plusSeconds(9));
    tokens.noteUse(eve, token.id(), NOON.plusSeconds(99));
    assertThat(tokens.all(ada))
        .singleElement()
        .satisfies(used -> assertThat(used.lastUsedAt()).isEqualTo(NOON.plusSeconds(9)));
  }

  @Test
  void hidesTokensOfOthers() {
    var token = added(ada, "f1");
    assertThat(tokens.all(eve)).isEmpty();
    assertThat(tokens.remove(eve, token.id())).isFalse();
    assertThat(tokens.find("f1")).contains(token);
  }

  @Test
  void removesATokenAloneOrWithItsAccount() {
    var token = added(ada, "f1");
    added(ada, "f2");
    assertThat(tokens.find("f1")).isPresent();
    assertThat(tokens.remove(ada, token.id())).isTrue();
    assertThat(tokens.remove(ada, token.id())).isFalse();
    assertThat(tokens.find("f1")).isEmpty();
    assertThat(tokens.find("f2")).isPresent();

    new JdbiAccountStore(database).remove(ada);

    assertThat(tokens.find("f2")).isEmpty();
    assertThat(tokens.all(ada)).isEmpty();
  }
}
