package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.KeyId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.identity.AccountStore.Access;
import org.colloquy.server.core.provider.NewKey;
import org.colloquy.server.core.provider.NewProvider;
import org.colloquy.server.core.provider.OwnKey;
import org.colloquy.server.core.provider.SealedKey;
import org.colloquy.server.core.provider.Sharing;
import org.junit.jupiter.api.Test;

class JdbiKeyStoreTest extends StoreTest {
  private final JdbiKeyStore keys = new JdbiKeyStore(database);
  private final JdbiProviderStore providers = new JdbiProviderStore(database);
  private final AccountId ada = account("ada").id();
  private final AccountId eve = account("eve").id();

  JdbiKeyStoreTest(Kind kind) {
    super(kind);
  }

  private ProviderId provider() {
    return providers
        .add(
            new NewProvider(
                new ProviderId(next()),
                ada,
                "p",
                ProviderKind.OPENAI_CHAT,
                "https://x/v1",
                false,
                NOON),
            List.of())
        .id();
  }

  private NewKey key(AccountId owner, ProviderId provider, String nickname) {
    return new NewKey(
        new KeyId(next()), owner, provider, nickname, "abcd", "sealed " + nickname, NOON);
  }

  @Test
  void findsAKeyByEveryName() {
    var provider = provider();
    var first = keys.add(key(ada, provider, "work"));
    var second = keys.add(key(ada, provider, "Work"));
    assertThat(first.lastFour()).isEqualTo("abcd");
    assertThat(keys.all(ada)).containsExactly(first, second);
    assertThat(keys.find(ada, first.id())).contains(first);
    assertThat(keys.findByNumber(ada, second.number())).contains(second);
    assertThat(keys.findByNickname(ada, "Work")).contains(second);
    assertThat(keys.sealed(first.id())).contains("sealed work");
  }

  @Test
  void sharesAnOwnersKeyAndItsProvider() {
    var mine = keys.add(key(ada, provider(), "work"));
    var group = new GroupId(next());
    var groups = new JdbiGroupStore(database);
    groups.add(group, "Lab", NOON);
    var accounts = new JdbiAccountStore(database);
    keys.share(ada, mine.id(), new Sharing.WithEverybody());
    assertThat(keys.sharedWith(eve)).as("of a member").isEmpty();

    accounts.changeAccess(ada, new Access(AccountRole.OWNER, false));
    assertThat(keys.sharedWith(eve)).containsExactly(mine);
    assertThat(keys.sharedWith(ada)).isEmpty();
    assertThat(providers.find(eve, mine.provider())).isPresent();

    assertThat(keys.share(ada, mine.id(), new Sharing.WithGroup(group)))
        .contains(new OwnKey(mine, new Sharing.WithGroup(group)));
    assertThat(keys.sharedWith(eve)).isEmpty();
    assertThat(providers.find(eve, mine.provider())).isEmpty();
    groups.join(group, eve);
    assertThat(keys.sharedWith(eve)).containsExactly(mine);
    groups.remove(group);
    assertThat(keys.sharedWith(eve)).isEmpty();
    assertThat(keys.owned(ada)).containsExactly(new OwnKey(mine, new Sharing.WithNobody()));
  }

  @Test
  void hidesKeysOfOthers() {
    var key = keys.add(key(ada, provider(), "work"));
    assertThat(keys.all(eve)).isEmpty();
    assertThat(keys.find(eve, key.id())).isEmpty();
    assertThat(keys.findByNumber(eve, key.number())).isEmpty();
    assertThat(keys.findByNickname(eve, "work")).isEmpty();
    assertThat(keys.remove(eve, key.id())).isFalse();
  }

  @Test
  void refusesATakenNicknameWithinAnAccount() {
    var provider = provider();
    keys.add(key(ada, provider, "work"));
    keys.add(key(eve, provider, "work"));
    var thrown =
        catchThrowableOfType(ProblemException.class, () -> keys.add(key(ada, provider, "work")));
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem()).isEqualTo(new Problem.Conflict("nickname"));
  }

  @Test
  void removesAKeyAloneOrWithItsProvider() {
    var provider = provider();
    var first = keys.add(key(ada, provider, "one"));
    var second = keys.add(key(ada, provider, "two"));
    assertThat(keys.remove(ada, first.id())).isTrue();
    assertThat(keys.remove(ada, first.id())).isFalse();
    assertThat(keys.all(ada)).containsExactly(second);
    providers.remove(ada, provider);
    assertThat(keys.all(ada)).isEmpty();
    assertThat(keys.sealed(second.id())).isEmpty();
  }

  @Test
  void sealsASecretAnewUnlessItWasChangedMeanwhile() {
    var key = keys.add(key(ada, provider(), "work"));
    var before = keys.sealed().getFirst();
    assertThat(before).isEqualTo(new SealedKey(key.id(), ada, "https://x/v1", "sealed work"));

    keys.reseal(before, "sealed anew");
    assertThat(keys.sealed(key.id())).contains("sealed anew");
    keys.reseal(before, "sealed too late");
    assertThat(keys.sealed(key.id())).contains("sealed anew");
  }

  @Test
  void givesAKeyAnotherSecret() {
    var key = keys.add(key(ada, provider(), "work"));

    var changed = keys.changeSecret(ada, key.id(), "wxyz", "sealed anew");

    assertThat(changed)
        .hasValueSatisfying(now -> {
          assertThat(now.lastFour()).isEqualTo("wxyz");
          assertThat(now.number()).isEqualTo(key.number());
          assertThat(now.nickname()).isEqualTo("work");
        });
    assertThat(keys.sealed(key.id())).contains("sealed anew");
    assertThat(keys.changeSecret(eve, key.id(), "evil", "sealed by eve")).isEmpty();
    assertThat(keys.sealed(key.id())).contains("sealed anew");
    assertThat(keys.changeSecret(ada, new KeyId(next()), "none", "sealed")).isEmpty();
  }
}
