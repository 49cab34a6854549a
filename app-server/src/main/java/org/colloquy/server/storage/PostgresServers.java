package org.colloquy.server.storage;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colloquy.server.core.cluster.Servers;
import org.colloquy.server.core.cluster.Signal;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The servers of a PostgreSQL database. Signals are rows that their recipient takes; it is called
/// when one is there.
final class PostgresServers implements Servers, Membership.Follower {
  /// The tables that have what servers keep while they are running.
  static final List<String> TABLES = List.of("running_turn", "signal", "claim", "server");

  /// A look at who is running is good for so long.
  private static final Duration LOOK = Duration.ofMillis(300);

  private static final Logger LOG = LoggerFactory.getLogger(PostgresServers.class);

  private final PostgresDatabase database;
  private final Membership membership;
  private volatile @Nullable Listener listener;
  private Set<Integer> seen = Set.of();
  private long seenAt = System.nanoTime() - LOOK.toNanos();

  PostgresServers(PostgresDatabase database, Membership membership) {
    this.database = database;
    this.membership = membership;
  }

  @Override
  public boolean isAlone() {
    return false;
  }

  @Override
  public int self() {
    return membership.number();
  }

  @Override
  public synchronized Set<Integer> others() {
    if (System.nanoTime() - seenAt >= LOOK.toNanos()) {
      seen = database.read(this::running);
      seenAt = System.nanoTime();
    }
    return seen;
  }

  private Set<Integer> running(Handle handle) {
    return handle
        .createQuery(
            """
            select cast(objid as bigint) from pg_locks
            where locktype = 'advisory' and cast(classid as bigint) = :locks and objsubid = 2
              and granted and objid <> :self
              and database = (select oid from pg_database where datname = current_database())
            """)
        .bind("locks", (long) Membership.LOCKS)
        .bind("self", (long) self())
        .mapTo(Integer.class)
        .set();
  }

  @Override
  public void give(int server, Signal signal) {
    var body = SignalJson.written(signal);
    database.quietly(handle -> {
      // Nothing that somebody was promised: a power cut ends both servers' conversation anyway.
      handle.execute("set local synchronous_commit = off");
      handle.execute(
          "insert into signal (recipient, sender, body) values (?, ?, ?)", server, self(), body);
      return handle
          .createQuery("select cast(pg_notify(:channel, '') as varchar)")
          .bind("channel", Membership.channel(server))
          .mapTo(String.class)
          .list();
    });
  }

  @Override
  public void listen(Listener who) {
    listener = who;
    membership.follow(this);
  }

  @Override
  public void look() {
    var who = listener;
    if (who == null) {
      return;
    }
    var given = database.quietly(this::taken);
    if (!given.isEmpty()) {
      who.given(given.stream().map(Row::given).toList());
    }
    if (bury()) {
      lookAgain();
      who.othersEnded();
    }
  }

  /// Whoever takes up what they left must not take them for running any more.
  private synchronized void lookAgain() {
    seenAt = System.nanoTime() - LOOK.toNanos();
  }

  private record Row(long number, Given given) {}

  private List<Row> taken(Handle handle) {
    return handle
        .createQuery("delete from signal where recipient = :self returning number, sender, body")
        .bind("self", self())
        .map((row, _) ->
            new Row(
                row.getLong("number"),
                new Given(row.getInt("sender"), SignalJson.read(row.getString("body")))))
        .stream()
        .sorted(Comparator.comparingLong(Row::number))
        .toList();
  }

  /// Removes what servers left that have ended.
  ///
  /// @return whether there were some
  private boolean bury() {
    var dead =
        database.read(handle -> {
          var known =
              new HashSet<>(
                  handle
                      .createQuery("select number from server where number <> :self")
                      .bind("self", self())
                      .mapTo(Integer.class)
                      .list());
          known.removeAll(running(handle));
          return known;
        });
    return dead.stream().filter(server -> database.quietly(handle -> bury(handle, server))).count()
        > 0;
  }

  /// Only one does it, and nobody whose lock is held after all.
  private static boolean bury(Handle handle, int server) {
    boolean ended =
        handle
            .createQuery("select pg_try_advisory_xact_lock(:locks, :server)")
            .bind("locks", Membership.LOCKS)
            .bind("server", server)
            .mapTo(Boolean.class)
            .one();
    if (!ended || handle.execute("delete from server where number = ?", server) == 0) {
      return false;
    }
    handle.execute("delete from running_turn where server = ?", server);
    handle.execute("delete from signal where recipient = ?", server);
    handle.execute("delete from claim where server = ?", server);
    return true;
  }

  @Override
  public void joinedAgain() {
    var who = listener;
    if (who != null) {
      who.takenForDead();
    }
  }

  @Override
  public boolean claim(String subject) {
    return database.write(handle ->
        handle.execute(
            """
            insert into claim (subject, server) values (?, ?)
            on conflict (subject) do update set server = excluded.server
            where claim.server = excluded.server
            """,
            subject,
            self()))
        > 0;
  }

  @Override
  public void unclaim(String subject) {
    try {
      database.quietly(handle ->
          handle.execute("delete from claim where subject = ? and server = ?", subject, self()));
    } catch (RuntimeException fault) {
      LOG.warn("what was done could not be given back", fault);
    }
  }
}
