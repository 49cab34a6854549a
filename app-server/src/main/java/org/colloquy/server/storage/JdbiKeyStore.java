package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.Key;
import org.colloquy.model.KeyId;
import org.colloquy.model.ProviderId;
import org.colloquy.server.core.provider.KeyStore;
import org.colloquy.server.core.provider.NewKey;
import org.colloquy.server.core.provider.OwnKey;
import org.colloquy.server.core.provider.SealedKey;
import org.colloquy.server.core.provider.SharedKey;
import org.colloquy.server.core.provider.Sharing;
import org.jdbi.v3.core.Handle;

/// Keeps API keys, sealed.
public final class JdbiKeyStore implements KeyStore {
  private static final Map<String, String> CONFLICTS = Map.of("api_key_nickname", "nickname");

  private final Remembered remembered;

  public JdbiKeyStore(Database database) {
    this.remembered = database.remembered();
  }

  @Override
  public Key add(NewKey key) {
    return Taken.checked(
        CONFLICTS,
        () ->
            remembered.write(handle -> {
              insert(handle, key);
              return by(handle, key.owner(), "id", key.id().value()).orElseThrow();
            }));
  }

  private static void insert(Handle handle, NewKey key) {
    handle
        .createUpdate(
            """
            insert into api_key (id, owner_id, provider_id, nickname, last_four, sealed, created_at)
            values (:id, :owner, :provider, :nickname, :lastFour, :sealed, :createdAt)
            """)
        .bind("id", key.id().value())
        .bind("owner", key.owner().value())
        .bind("provider", key.provider().value())
        .bind("nickname", key.nickname())
        .bind("lastFour", key.lastFour())
        .bind("sealed", key.sealed())
        .bind("createdAt", Columns.column(key.createdAt()))
        .execute();
  }

  @Override
  public List<Key> all(AccountId owner) {
    return remembered.read(
        List.of("keys", owner),
        handle ->
            handle
                .createQuery("select * from api_key where owner_id = :owner order by number")
                .bind("owner", owner.value())
                .map((row, _) -> key(row))
                .list());
  }

  @Override
  public List<OwnKey> owned(AccountId owner) {
    return remembered.read(
        List.of("owned keys", owner),
        handle ->
            handle
                .createQuery("select * from api_key where owner_id = :owner order by number")
                .bind("owner", owner.value())
                .map((row, _) -> owned(row))
                .list());
  }

  @Override
  public List<Key> sharedWith(AccountId account) {
    return remembered.read(
        List.of("keys shared with", account),
        handle ->
            handle
                .createQuery(
                    "select * from api_key where " + SharedKeys.WITH_ACCOUNT + " order by number")
                .bind("account", account.value())
                .map((row, _) -> key(row))
                .list());
  }

  @Override
  public List<SharedKey> shared() {
    return remembered.read(
        List.of("shared keys"),
        handle ->
            handle
                .createQuery(
                    "select api_key.*, provider.name from api_key"
                        + " join provider on provider.id = api_key.provider_id where "
                        + SharedKeys.WITH_OTHERS
                        + " order by api_key.number")
                .map((row, _) -> shared(row))
                .list());
  }

  private static SharedKey shared(ResultSet row) throws SQLException {
    var key = key(row);
    return new SharedKey(key.id(), key.owner(), row.getString("name"), SharedKeys.sharing(row));
  }

  @Override
  public Optional<OwnKey> share(AccountId owner, KeyId id, Sharing sharing) {
    var group = sharing instanceof Sharing.WithGroup(var chosen) ? chosen.value() : null;
    return remembered.write(handle -> {
      int changed =
          handle
              .createUpdate(
                  """
                  update api_key set shared_with = :with, shared_group_id = :group
                  where owner_id = :owner and id = :id and (cast(:group as uuid) is null
                    or exists (select 1 from account_group where id = :group))
                  """)
              .bind("with", SharedKeys.word(sharing))
              .bind("group", Columns.column(group))
              .bind("owner", owner.value())
              .bind("id", id.value())
              .execute();
      return changed == 0
          ? Optional.empty()
          : handle
              .createQuery("select * from api_key where id = :id")
              .bind("id", id.value())
              .map((row, _) -> owned(row))
              .findOne();
    });
  }

  private static OwnKey owned(ResultSet row) throws SQLException {
    return new OwnKey(key(row), SharedKeys.sharing(row));
  }

  @Override
  public Optional<Key> find(AccountId owner, KeyId id) {
    return remembered.read(
        List.of("key", owner, id), handle -> by(handle, owner, "id", id.value()));
  }

  @Override
  public Optional<Key> findByNumber(AccountId owner, long number) {
    return remembered.read(
        List.of("key number", owner, number), handle -> by(handle, owner, "number", number));
  }

  @Override
  public Optional<Key> findByNickname(AccountId owner, String nickname) {
    return remembered.read(
        List.of("key nickname", owner, nickname),
        handle -> by(handle, owner, "nickname", nickname));
  }

  private static Optional<Key> by(Handle handle, AccountId owner, String column, Object is) {
    return handle
        .createQuery("select * from api_key where owner_id = :owner and " + column + " = :is")
        .bind("owner", owner.value())
        .bind("is", is)
        .map((row, _) -> key(row))
        .findOne();
  }

  @Override
  public Optional<String> sealed(KeyId id) {
    return remembered.read(
        List.of("sealed key", id),
        handle ->
            handle
                .createQuery("select sealed from api_key where id = :id")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public List<SealedKey> sealed() {
    return remembered.read(
        "sealed keys",
        handle ->
            handle
                .createQuery(
                    """
                    select k.id, k.owner_id, p.address, k.sealed
                    from api_key k join provider p on p.id = k.provider_id
                    """)
                .map((row, _) ->
                    new SealedKey(
                        new KeyId(Columns.id(row, "id")),
                        new AccountId(Columns.id(row, "owner_id")),
                        row.getString("address"),
                        row.getString("sealed")))
                .list());
  }

  @Override
  public void reseal(SealedKey key, String sealed) {
    remembered.write(handle ->
        handle
            .createUpdate("update api_key set sealed = :sealed where id = :id and sealed = :before")
            .bind("sealed", sealed)
            .bind("id", key.id().value())
            .bind("before", key.sealed())
            .execute());
  }

  @Override
  public Optional<Key> changeSecret(AccountId owner, KeyId id, String lastFour, String sealed) {
    return remembered.write(handle -> {
      handle
          .createUpdate(
              """
              update api_key set last_four = :lastFour, sealed = :sealed
              where owner_id = :owner and id = :id
              """)
          .bind("lastFour", lastFour)
          .bind("sealed", sealed)
          .bind("owner", owner.value())
          .bind("id", id.value())
          .execute();
      return by(handle, owner, "id", id.value());
    });
  }

  @Override
  public boolean remove(AccountId owner, KeyId id) {
    int removed =
        remembered.write(handle ->
            handle
                .createUpdate("delete from api_key where owner_id = :owner and id = :id")
                .bind("owner", owner.value())
                .bind("id", id.value())
                .execute());
    return removed > 0;
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(
        new KeyId(Columns.id(row, "id")),
        row.getLong("number"),
        new AccountId(Columns.id(row, "owner_id")),
        new ProviderId(Columns.id(row, "provider_id")),
        row.getString("nickname"),
        row.getString("last_four"),
        Columns.time(row, "created_at"));
  }
}
