package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.server.core.identity.Invitation;
import org.colloquy.server.core.identity.InvitationId;
import org.colloquy.server.core.identity.InvitationStore;
import org.colloquy.server.core.identity.NewAccount;

/// Keeps invitations.
public final class JdbiInvitationStore implements InvitationStore {
  private final Database database;

  public JdbiInvitationStore(Database database) {
    this.database = database;
  }

  @Override
  public void add(Invitation invitation, String hash) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                insert into invitation (id, hash, made_by, role, created_at, expires_at)
                values (:id, :hash, :madeBy, :role, :createdAt, :expiresAt)
                """)
            .bind("id", invitation.id().value())
            .bind("hash", hash)
            .bind("madeBy", invitation.madeBy().value())
            .bind("role", invitation.role().name())
            .bind("createdAt", Columns.column(invitation.createdAt()))
            .bind("expiresAt", Columns.column(invitation.expiresAt()))
            .execute());
  }

  @Override
  public List<Invitation> all() {
    return database.read(handle ->
        handle
            .createQuery("select * from invitation order by number desc")
            .map((row, _) -> invitation(row))
            .list());
  }

  @Override
  public Optional<Invitation> usable(String hash, Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from invitation
                where hash = :hash and used_at is null and expires_at > :now
                """)
            .bind("hash", hash)
            .bind("now", Columns.column(now))
            .map((row, _) -> invitation(row))
            .findOne());
  }

  @Override
  public Optional<Account> use(String hash, NewAccount account) {
    var now = Columns.column(account.joinedAt());
    return Taken.checked(
        JdbiAccountStore.CONFLICTS,
        () ->
            database
                .remembered()
                .write(handle -> {
                  int used =
                      handle.execute(
                          """
                          update invitation set used_at = ?
                          where hash = ? and used_at is null and expires_at > ?
                          """,
                          now,
                          hash,
                          now);
                  if (used == 0) {
                    return Optional.empty();
                  }
                  JdbiAccountStore.insert(handle, account);
                  return JdbiAccountStore.select(handle, account.id());
                }));
  }

  @Override
  public boolean remove(InvitationId id) {
    return database.write(
        handle -> handle.execute("delete from invitation where id = ?", id.value()) > 0);
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        new InvitationId(Columns.id(row, "id")),
        new AccountId(Columns.id(row, "made_by")),
        AccountRole.valueOf(row.getString("role")),
        Columns.time(row, "created_at"),
        Columns.time(row, "expires_at"),
        Columns.timeOrNull(row, "used_at"));
  }
}
