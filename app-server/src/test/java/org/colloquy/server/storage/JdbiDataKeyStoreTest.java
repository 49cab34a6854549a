package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.provider.DataKey;
import org.junit.jupiter.api.Test;

class JdbiDataKeyStoreTest extends StoreTest {
  private final JdbiDataKeyStore keys = new JdbiDataKeyStore(database);
  private final AccountId ada = account("ada").id();
  private final AccountId eve = account("eve").id();

  JdbiDataKeyStoreTest(Kind kind) {
    super(kind);
  }

  private DataKey added(AccountId owner, String mark, long second) {
    var key = new DataKey(owner, mark, "sealed " + mark, NOON.plusSeconds(second));
    keys.add(key);
    return key;
  }

  @Test
  void findsTheKeysOfAnAccountNewestFirst() {
    var first = added(ada, "00000001", 0);
    var second = added(ada, "00000002", 1);
    var other = added(eve, "00000001", 2);
    assertThat(keys.of(ada)).containsExactly(second, first);
    assertThat(keys.of(eve)).containsExactly(other);
    assertThat(keys.all()).containsExactlyInAnyOrder(first, second, other);
  }

  @Test
  void sealsKeysAnew() {
    var first = added(ada, "00000001", 0);
    var other = added(eve, "00000001", 0);
    var anew = new DataKey(ada, first.mark(), "sealed anew", first.madeAt());
    keys.replace(List.of(anew));
    assertThat(keys.all()).containsExactlyInAnyOrder(anew, other);
  }

  @Test
  void removesKeysWithTheirAccount() {
    added(ada, "00000001", 0);
    var other = added(eve, "00000002", 0);
    database.write(handle ->
        handle
            .createUpdate("delete from account where id = :id")
            .bind("id", ada.value())
            .execute());
    assertThat(new JdbiDataKeyStore(database).all()).containsExactly(other);
  }
}
