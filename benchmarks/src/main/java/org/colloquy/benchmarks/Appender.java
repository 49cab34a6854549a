package org.colloquy.benchmarks;

/// Appends messages durably: the real store, or raw JDBC beside it.
interface Appender extends AutoCloseable {
  /// Appends one message to a conversation; it is on the disk when this returns. May be called by
  /// many threads, each with its own conversation.
  void append(int conversation) throws Exception;

  @Override
  void close();
}
