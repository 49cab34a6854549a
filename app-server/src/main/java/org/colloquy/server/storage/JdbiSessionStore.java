package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.identity.Place;
import org.colloquy.server.core.identity.RefreshToken;
import org.colloquy.server.core.identity.Session;
import org.colloquy.server.core.identity.SessionId;
import org.colloquy.server.core.identity.SessionStore;
import org.colloquy.server.core.identity.Visitor;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps sessions, their refresh tokens, and where accounts signed in from.
public final class JdbiSessionStore implements SessionStore {
  private final Database database;
  private final Remembered remembered;

  public JdbiSessionStore(Database database) {
    this.database = database;
    this.remembered = database.remembered();
  }

  @Override
  public void begin(Session.InUse begun, @Nullable RefreshToken refresh) {
    var session = begun.session();
    remembered.write(handle -> {
      handle.execute(
          "delete from session where expires_at < ?", Columns.column(session.startedAt()));
      handle.execute(
          """
          insert into session (id, account_id, api, client, address, started_at, last_used_at,
            expires_at)
          values (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          session.id().value(),
          session.account().value(),
          session.api(),
          session.from().client(),
          session.from().address(),
          Columns.column(session.startedAt()),
          Columns.column(begun.lastUsedAt()),
          Columns.column(begun.expiresAt()));
      if (refresh != null) {
        insert(handle, refresh);
      }
      return remember(handle, session);
    });
  }

  private static int remember(Handle handle, Session session) {
    var account = session.account().value();
    var place = Place.of(session.from().address()).name();
    var now = Columns.column(session.startedAt());
    handle.execute(
        "delete from known_place where account_id = ? and seen_at < ?",
        account,
        Columns.column(session.startedAt().minus(Place.MEMORY)));
    int known =
        handle.execute(
            "update known_place set seen_at = ? where account_id = ? and place = ?",
            now,
            account,
            place);
    return known > 0
        ? known
        : handle.execute("insert into known_place values (?, ?, ?)", account, place, now);
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return remembered.read(
        List.of("session", id),
        handle ->
            handle
                .createQuery("select * from session where id = :id")
                .bind("id", id.value())
                .map((row, _) -> session(row))
                .findOne());
  }

  @Override
  public List<Session.InUse> of(AccountId account) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from session where account_id = :account order by started_at desc, id")
            .bind("account", account.value())
            .map((row, _) ->
                new Session.InUse(
                    session(row),
                    Columns.time(row, "last_used_at"),
                    Columns.time(row, "expires_at")))
            .list());
  }

  @Override
  public boolean knows(AccountId account, Place place) {
    return database.read(handle ->
        handle
                .createQuery(
                    """
                    select count(*) from known_place where account_id = :account and place = :place
                    """)
                .bind("account", account.value())
                .bind("place", place.name())
                .mapTo(Integer.class)
                .one()
            > 0);
  }

  @Override
  public void used(SessionId id, Instant at) {
    database.write(handle ->
        handle.execute(
            "update session set last_used_at = ? where id = ?", Columns.column(at), id.value()));
  }

  @Override
  public void extend(SessionId id, Instant expiresAt) {
    database.write(handle -> extend(handle, id, expiresAt));
  }

  private static int extend(Handle handle, SessionId id, Instant expiresAt) {
    return handle.execute(
        "update session set expires_at = ? where id = ? and expires_at < ?",
        Columns.column(expiresAt),
        id.value(),
        Columns.column(expiresAt));
  }

  @Override
  public boolean end(AccountId account, SessionId id) {
    return remembered.write(handle ->
        handle.execute(
                "delete from session where id = ? and account_id = ?", id.value(), account.value())
            > 0);
  }

  @Override
  public List<SessionId> endAll(AccountId account, @Nullable SessionId kept) {
    return remembered.write(handle -> endAll(handle, account, kept));
  }

  /// Ends sessions together with what else is changed.
  static List<SessionId> endAll(Handle handle, AccountId account, @Nullable SessionId kept) {
    var ended =
        handle
            .createQuery("select id from session where account_id = :account")
            .bind("account", account.value())
            .mapTo(UUID.class)
            .map(SessionId::new)
            .filter(id -> !id.equals(kept))
            .list();
    for (var id : ended) {
      handle.execute("delete from session where id = ?", id.value());
    }
    return ended;
  }

  @Override
  public Optional<RefreshToken> refreshToken(String hash) {
    return database.read(handle ->
        handle
            .createQuery("select * from refresh_token where hash = :hash")
            .bind("hash", hash)
            .map((row, _) -> refreshToken(row))
            .findOne());
  }

  @Override
  public boolean exchange(String hash, RefreshToken successor, Instant now) {
    return database.write(handle -> {
      int spent =
          handle.execute(
              "update refresh_token set used_at = ? where hash = ? and used_at is null",
              Columns.column(now),
              hash);
      if (spent == 0) {
        return false;
      }
      insert(handle, successor);
      extend(handle, successor.session(), successor.expiresAt());
      return true;
    });
  }

  private static void insert(Handle handle, RefreshToken token) {
    handle.execute(
        "insert into refresh_token (hash, session_id, salt, expires_at) values (?, ?, ?, ?)",
        token.hash(),
        token.session().value(),
        token.salt(),
        Columns.column(token.expiresAt()));
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        new SessionId(Columns.id(row, "id")),
        new AccountId(Columns.id(row, "account_id")),
        row.getString("api"),
        new Visitor(row.getString("address"), row.getString("client")),
        Columns.time(row, "started_at"));
  }

  private static RefreshToken refreshToken(ResultSet row) throws SQLException {
    return new RefreshToken(
        row.getString("hash"),
        new SessionId(Columns.id(row, "session_id")),
        row.getString("salt"),
        Columns.time(row, "expires_at"),
        Columns.timeOrNull(row, "used_at"));
  }
}
