package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Profile;
import org.colloquy.server.core.identity.AccountStore;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.NewAccount;
import org.colloquy.server.core.identity.SessionId;
import org.colloquy.server.core.search.Change;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Keeps accounts.
public final class JdbiAccountStore implements AccountStore {
  static final Map<String, String> CONFLICTS =
      Map.of("account_username", "username", "account_email", "email");

  private final Database database;
  private final Remembered remembered;

  public JdbiAccountStore(Database database) {
    this.database = database;
    this.remembered = database.remembered();
  }

  @Override
  public Account add(NewAccount account) {
    return Taken.checked(
        CONFLICTS,
        () ->
            remembered.write(handle -> {
              insert(handle, account);
              return select(handle, account.id()).orElseThrow();
            }));
  }

  static void insert(Handle handle, NewAccount account) {
    var insert =
        handle
            .createUpdate(
                """
                insert into account (id, username, username_key, email, email_key, first_name,
                  last_name, country, affiliation, position, field_of_study, role, password_hash,
                  joined_at)
                values (:id, :username, :usernameKey, :email, :emailKey, :firstName, :lastName,
                  :country, :affiliation, :position, :fieldOfStudy, :role, :passwordHash, :joinedAt)
                """)
            .bind("id", account.id().value())
            .bind("role", account.role().name())
            .bind("joinedAt", Columns.column(account.joinedAt()));
    bindNames(insert, account.username(), account.email());
    insert.bind("passwordHash", account.passwordHash());
    bindProfile(insert, account.profile());
    insert.execute();
  }

  private static void bindNames(SqlStatement<?> statement, String username, String email) {
    statement
        .bind("username", username)
        .bind("usernameKey", key(username))
        .bind("email", email)
        .bind("emailKey", email.isEmpty() ? null : key(email));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static void bindProfile(SqlStatement<?> statement, Profile profile) {
    statement
        .bind("firstName", profile.firstName())
        .bind("lastName", profile.lastName())
        .bind("country", profile.country())
        .bind("affiliation", profile.affiliation())
        .bind("position", profile.position())
        .bind("fieldOfStudy", profile.fieldOfStudy());
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return remembered.read(List.of("account", id), handle -> select(handle, id));
  }

  static Optional<Account> select(Handle handle, AccountId id) {
    return handle
        .createQuery("select * from account where id = :id")
        .bind("id", id.value())
        .map((row, _) -> account(row))
        .findOne();
  }

  @Override
  public Optional<Account> findByNumber(long number) {
    return remembered.read(
        List.of("account number", number),
        handle ->
            handle
                .createQuery("select * from account where number = :number")
                .bind("number", number)
                .map((row, _) -> account(row))
                .findOne());
  }

  @Override
  public Optional<Account> findByName(String usernameOrEmail) {
    if (usernameOrEmail.length() > Accounts.LONGEST_FIELD) {
      return Optional.empty(); // nobody has such a name, and it is not worth remembering
    }
    var key = key(usernameOrEmail);
    return remembered.read(
        List.of("account name", key),
        handle ->
            byColumn(handle, "email_key", key).or(() -> byColumn(handle, "username_key", key)));
  }

  private static Optional<Account> byColumn(Handle handle, String column, String key) {
    return handle
        .createQuery("select * from account where " + column + " = :key")
        .bind("key", key)
        .map((row, _) -> account(row))
        .findOne();
  }

  @Override
  public Optional<Account> findByRole(AccountRole role) {
    return remembered.read(
        List.of("account role", role),
        handle ->
            handle
                .createQuery(
                    "select * from account where role = :role and not disabled order by number"
                        + " fetch first row only")
                .bind("role", role.name())
                .map((row, _) -> account(row))
                .findOne());
  }

  @Override
  public Optional<String> passwordHash(AccountId id) {
    return database.read(handle ->
        handle
            .createQuery("select password_hash from account where id = :id")
            .bind("id", id.value())
            .mapTo(String.class)
            .findOne());
  }

  @Override
  public Optional<Account> changeProfile(AccountId id, Profile profile) {
    return remembered.write(handle -> {
      var update =
          handle
              .createUpdate(
                  """
                  update account set first_name = :firstName, last_name = :lastName,
                    country = :country, affiliation = :affiliation, position = :position,
                    field_of_study = :fieldOfStudy
                  where id = :id
                  """)
              .bind("id", id.value());
      bindProfile(update, profile);
      update.execute();
      return select(handle, id);
    });
  }

  @Override
  public Optional<Account> changeSignIn(AccountId id, SignIn signIn, @Nullable SessionId kept) {
    return Taken.checked(
        CONFLICTS,
        () ->
            remembered.write(handle -> {
              var update =
                  handle
                      .createUpdate(
                          """
                          update account set username = :username, username_key = :usernameKey,
                            verified = verified and email = :email, email = :email,
                            email_key = :emailKey
                          where id = :id
                          """)
                      .bind("id", id.value());
              bindNames(update, signIn.username(), signIn.email());
              update.execute();
              if (signIn.passwordHash() != null) {
                handle.execute(
                    """
                    update account set password_hash = ?, password_version = password_version + 1
                    where id = ?
                    """,
                    signIn.passwordHash(),
                    id.value());
                JdbiSessionStore.endAll(handle, id, kept);
              }
              return select(handle, id);
            }));
  }

  @Override
  public Optional<Account> changePassword(AccountId id, @Nullable String before, String hash) {
    return remembered.write(handle -> {
      int changed =
          handle.execute(
              """
              update account set password_hash = ?, password_version = password_version + 1
              where id = ? and password_hash is not distinct from cast(? as varchar)
              """,
              hash,
              id.value(),
              before);
      if (changed == 0) {
        return Optional.empty();
      }
      JdbiSessionStore.endAll(handle, id, null);
      return select(handle, id);
    });
  }

  @Override
  public Optional<Account> changeAccess(AccountId id, Access access) {
    return remembered.write(handle -> {
      handle
          .createUpdate("update account set role = :role, disabled = :disabled where id = :id")
          .bind("role", access.role().name())
          .bind("disabled", access.disabled())
          .bind("id", id.value())
          .execute();
      if (access.disabled()) {
        JdbiSessionStore.endAll(handle, id, null);
      }
      return select(handle, id);
    });
  }

  @Override
  public void rehash(AccountId id, String before, String hash) {
    database.write(handle ->
        handle.execute(
            "update account set password_hash = ? where id = ? and password_hash = ?",
            hash,
            id.value(),
            before));
  }

  @Override
  public List<Account> all() {
    return database.read(handle ->
        handle
            .createQuery("select * from account order by number")
            .map((row, _) -> account(row))
            .list());
  }

  @Override
  public Optional<Account> verify(AccountId id) {
    return remembered.write(handle -> {
      handle.execute("update account set verified = true where id = ?", id.value());
      return select(handle, id);
    });
  }

  @Override
  public boolean remove(AccountId id) {
    return remembered.write(handle -> {
      int removed = handle.execute("delete from account where id = ?", id.value());
      return SearchChanges.noteIf(removed, handle, Change.What.ACCOUNT, id.value());
    });
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        new AccountId(Columns.id(row, "id")),
        row.getLong("number"),
        row.getString("username"),
        row.getString("email"),
        new Profile(
            row.getString("first_name"),
            row.getString("last_name"),
            row.getString("country"),
            row.getString("affiliation"),
            row.getString("position"),
            row.getString("field_of_study")),
        AccountRole.valueOf(row.getString("role")),
        row.getBoolean("verified"),
        row.getBoolean("disabled"),
        Columns.time(row, "joined_at"),
        row.getLong("password_version"));
  }
}
