package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.identity.ApiToken;
import org.colloquy.server.core.identity.ApiTokenId;
import org.colloquy.server.core.identity.ApiTokenStore;
import org.colloquy.server.core.identity.Scope;
import org.jspecify.annotations.Nullable;

/// Keeps tokens for programs. A use changes nothing that is remembered.
public final class JdbiApiTokenStore implements ApiTokenStore {
  private final Database database;
  private final Remembered remembered;

  public JdbiApiTokenStore(Database database) {
    this.database = database;
    this.remembered = database.remembered();
  }

  @Override
  public void add(ApiToken token, String fingerprint) {
    remembered.write(handle ->
        handle
            .createUpdate(
                """
                insert into api_token (id, owner_id, name, fingerprint, scopes, last_four,
                  created_at, expires_at)
                values (:id, :owner, :name, :fingerprint, :scopes, :lastFour, :createdAt,
                  :expiresAt)
                """)
            .bind("id", token.id().value())
            .bind("owner", token.owner().value())
            .bind("name", token.name())
            .bind("fingerprint", fingerprint)
            .bind("scopes", words(token.scopes()))
            .bind("lastFour", token.lastFour())
            .bind("createdAt", Columns.column(token.createdAt()))
            .bind("expiresAt", Columns.column(token.expiresAt()))
            .execute());
  }

  @Override
  public List<ApiToken> all(AccountId owner) {
    return database.read(handle ->
        handle
            .createQuery("select * from api_token where owner_id = :owner order by number")
            .bind("owner", owner.value())
            .map((row, _) -> token(row, Columns.timeOrNull(row, "last_used_at")))
            .list());
  }

  @Override
  public Optional<ApiToken> find(String fingerprint) {
    return remembered.find(
        List.of("api token", fingerprint),
        handle ->
            handle
                .createQuery("select * from api_token where fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint)
                .map((row, _) -> token(row, null))
                .findOne());
  }

  @Override
  public void noteUse(AccountId owner, ApiTokenId id, Instant when) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                update api_token set last_used_at = :when where owner_id = :owner and id = :id
                """)
            .bind("when", Columns.column(when))
            .bind("owner", owner.value())
            .bind("id", id.value())
            .execute());
  }

  @Override
  public boolean remove(AccountId owner, ApiTokenId id) {
    int removed =
        remembered.write(handle ->
            handle
                .createUpdate("delete from api_token where owner_id = :owner and id = :id")
                .bind("owner", owner.value())
                .bind("id", id.value())
                .execute());
    return removed > 0;
  }

  private static String words(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
  }

  private static ApiToken token(ResultSet row, @Nullable Instant lastUsedAt) throws SQLException {
    return new ApiToken(
        new ApiTokenId(Columns.id(row, "id")),
        new AccountId(Columns.id(row, "owner_id")),
        row.getString("name"),
        Arrays.stream(row.getString("scopes").split(" "))
            .map(word -> Scope.named(word).orElseThrow())
            .collect(Collectors.toSet()),
        row.getString("last_four"),
        Columns.time(row, "created_at"),
        Columns.time(row, "expires_at"),
        lastUsedAt);
  }
}
