package org.colloquy.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One server among several that use a database: a connection that shares the lock of [SoleUse]
/// with the others and has one with the server's number for itself. The numbers whose locks are
/// held are the servers that are running; no clock has a part in it. It hears on the same
/// connection when another server calls.
///
/// When the connection is lost, the others may take this one for dead. Then nothing more is done
/// until it has joined again, under another number.
final class Membership implements Hold {
  /// The first half of the servers' locks: `coll` in ASCII.
  static final int LOCKS = 0x636f6c6c;

  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
  private static final int HEARD_WITHIN_MILLIS = 250;
  private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long JOINED_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long TRIED_EVERY_MILLIS = 300;
  private static final int ANSWERED_WITHIN_SECONDS = 5;

  private final SoleUse.Connecting source;
  private final Shape shape;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile Joined joined;
  private volatile boolean held = true;
  private volatile @Nullable Follower follower;

  private Membership(SoleUse.Connecting source, Shape shape, Joined joined) {
    this.source = source;
    this.shape = shape;
    this.joined = joined;
    thread = Thread.ofPlatform().daemon().name("servers").start(this::run);
  }

  /// The shape of the database, which one server brings up to date while no other is there.
  interface Shape {
    boolean isOld(Connection connection) throws SQLException;

    void renew();
  }

  /// Who follows what happens, on the one thread of this.
  interface Follower {
    /// Somebody may have called, or a second has passed.
    void look();

    /// It had to join again.
    void joinedAgain();
  }

  private record Joined(Connection connection, int number) {}

  /// Joins the servers of a database.
  ///
  /// @throws ProblemException Unavailable when one has it for itself, or servers are running that
  ///   want it in an older shape
  static Membership of(SoleUse.Connecting source, Shape shape) throws SQLException {
    return new Membership(source, shape, join(source, shape));
  }

  private static Joined join(SoleUse.Connecting source, Shape shape) throws SQLException {
    var connection = source.connect();
    try {
      long end = System.nanoTime() + JOINED_WITHIN_NANOS;
      while (!isIn(connection, shape)) {
        if (System.nanoTime() - end > 0) {
          throw new ProblemException(
              new Problem.Unavailable(
                  "A Colloquy uses this database that does not share it, or an older one: end it"
                      + " first."));
        }
        TimeUnit.MILLISECONDS.sleep(TRIED_EVERY_MILLIS);
      }
      return new Joined(connection, numbered(connection));
    } catch (SQLException | RuntimeException fault) {
      connection.close();
      throw fault;
    } catch (InterruptedException fault) {
      Thread.currentThread().interrupt();
      connection.close();
      throw new ProblemException(new Problem.Unavailable("The start was interrupted."), fault);
    }
  }

  private static boolean isIn(Connection connection, Shape shape) throws SQLException {
    if (!says(connection, "pg_try_advisory_lock_shared(" + SoleUse.LOCK + ")")) {
      return false;
    }
    if (!shape.isOld(connection)) {
      return true;
    }
    says(connection, "pg_advisory_unlock_shared(" + SoleUse.LOCK + ")");
    if (!says(connection, "pg_try_advisory_lock(" + SoleUse.LOCK + ")")) {
      return false;
    }
    if (shape.isOld(connection)) {
      shape.renew();
    }
    boolean shared = says(connection, "pg_try_advisory_lock_shared(" + SoleUse.LOCK + ")");
    says(connection, "pg_advisory_unlock(" + SoleUse.LOCK + ")");
    return shared;
  }

  /// The row with the number is seen by others only when its lock is held.
  private static int numbered(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    int number;
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "insert into server (started_at) values (current_timestamp) returning number")) {
      row.next();
      number = row.getInt(1);
    }
    says(connection, "pg_try_advisory_lock(" + LOCKS + ", " + number + ")");
    connection.commit();
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      // A machine that lost its network is found dead within half a minute.
      statement.execute("set tcp_keepalives_idle = 10");
      statement.execute("set tcp_keepalives_interval = 5");
      statement.execute("set tcp_keepalives_count = 3");
      statement.execute("listen " + channel(number));
    }
    return number;
  }

  /// Whether the database says yes to a call of a function.
  static boolean says(Connection connection, String call) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select " + call)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /// Where a server is called.
  static String channel(int number) {
    return "colloquy_" + number;
  }

  /// The number of this server; another one after it had to join again.
  int number() {
    return joined.number();
  }

  @Override
  public void check() {
    if (!held) {
      throw new ProblemException(
          new Problem.Unavailable("The PostgreSQL server was lost and is being looked for."));
    }
  }

  /// Has what happens followed.
  void follow(Follower who) {
    follower = who;
  }

  private void run() {
    long tick = System.nanoTime();
    while (closing.getCount() > 0) {
      try {
        if (!held) {
          joinAgain();
        }
        if (heard() || System.nanoTime() - tick >= TICK_NANOS) {
          tick = System.nanoTime();
          look();
        }
      } catch (SQLException fault) {
        lost("the connection to the other servers is lost", fault);
      } catch (RuntimeException fault) {
        lost("the other servers cannot be joined", fault);
      }
    }
  }

  private boolean heard() throws SQLException {
    var connection = joined.connection();
    var calls = connection.unwrap(PGConnection.class).getNotifications(HEARD_WITHIN_MILLIS);
    return calls != null && calls.length > 0;
  }

  private void look() throws SQLException {
    if (!joined.connection().isValid(ANSWERED_WITHIN_SECONDS)) {
      throw new SQLException("no answer");
    }
    var who = follower;
    if (who == null) {
      return;
    }
    try {
      who.look();
    } catch (RuntimeException fault) {
      LOG.warn("what other servers did could not be followed", fault);
    }
  }

  private void joinAgain() throws SQLException {
    joined = join(source, shape);
    held = true;
    LOG.warn("the servers of the database were joined again, as number {}", number());
    var who = follower;
    if (who != null) {
      who.joinedAgain();
    }
  }

  private void lost(String what, Exception fault) {
    if (held && closing.getCount() > 0) {
      LOG.warn("{}: {}", what, fault.getMessage());
    }
    held = false;
    release();
    try {
      closing.await(TRIED_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      closing.countDown();
    }
  }

  private void release() {
    try {
      joined.connection().close();
    } catch (SQLException fault) {
      LOG.warn("a lost connection could not be closed: {}", fault.getSQLState());
    }
  }

  /// Leaves the others.
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(ANSWERED_WITHIN_SECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    release();
  }
}
