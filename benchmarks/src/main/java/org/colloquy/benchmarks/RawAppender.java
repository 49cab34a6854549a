package org.colloquy.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.storage.Database;

/// The same rows in the same tables of the same database, written by raw JDBC: one writer that
/// takes what waits, executes two prepared statements for each message, commits once, and makes
/// that durable.
final class RawAppender implements Appender, Runnable {
  /// As the product opens its file.
  private static final String OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000;CACHE_SIZE=32768;MAX_COMPACT_TIME=200"
          + ";QUERY_CACHE_SIZE=128;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;IFEXISTS=TRUE";

  private static final int MOST_AT_ONCE = 256;

  private record Waiting(NewMessage message, Semaphore done) {}

  private final AppendedMessages messages = new AppendedMessages();
  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final List<ConversationId> conversations;
  private final Connection connection;
  private final PreparedStatement move;
  private final PreparedStatement insert;
  private final PreparedStatement sync;
  private final Thread writer = Thread.ofPlatform().name("raw writer").unstarted(this);
  private volatile boolean closing;

  RawAppender(Path folder, int conversations) throws SQLException {
    try (Database database = Database.inFolder(folder)) {
      this.conversations = messages.prepare(database, conversations);
    }
    String address = "jdbc:h2:file:" + folder.resolve("colloquy") + OPTIONS;
    connection = DriverManager.getConnection(address, "owner", "");
    connection.setAutoCommit(false);
    move =
        connection.prepareStatement(
            """
            update conversation set message_count = message_count + 1, active_leaf = ?,
              updated_at = ? where id = ?
            """);
    insert =
        connection.prepareStatement(
            """
            insert into message (id, conversation_id, role, content, reasoning, state, created_at,
              input_tokens, output_tokens, tool_calls, hash)
            values (?, ?, ?, ?, '', ?, ?, 0, 0, 0, ?)
            """);
    sync = connection.prepareStatement("checkpoint sync");
    writer.start();
  }

  @Override
  public void append(int conversation) throws InterruptedException {
    Waiting waiting = new Waiting(messages.next(conversations.get(conversation)), new Semaphore(0));
    queue.add(waiting);
    waiting.done().acquire();
  }

  @Override
  public void run() {
    try {
      while (!closing) {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          List<Waiting> group = new ArrayList<>(List.of(first));
          queue.drainTo(group, MOST_AT_ONCE - 1);
          write(group);
        }
      }
    } catch (SQLException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void write(List<Waiting> group) throws SQLException {
    for (Waiting waiting : group) {
      write(waiting.message());
    }
    connection.commit();
    sync.execute();
    group.forEach(waiting -> waiting.done().release());
  }

  private void write(NewMessage message) throws SQLException {
    Object time = message.createdAt().atOffset(ZoneOffset.UTC);
    move.setObject(1, message.id().value());
    move.setObject(2, time);
    move.setObject(3, message.conversation().value());
    move.executeUpdate();
    insert.setObject(1, message.id().value());
    insert.setObject(2, message.conversation().value());
    insert.setString(3, message.role().name());
    insert.setString(4, message.content());
    insert.setString(5, message.state().name());
    insert.setObject(6, time);
    insert.setBytes(7, new byte[32]);
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException, InterruptedException {
    closing = true;
    writer.join();
    connection.createStatement().execute("shutdown");
  }
}
