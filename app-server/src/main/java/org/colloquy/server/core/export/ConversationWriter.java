package org.colloquy.server.core.export;

/// Writes one conversation into a file. Closing it frees what it holds, whether it was written to
/// its end or not; the file stays open.
public interface ConversationWriter extends ConversationTaker, AutoCloseable {
  @Override
  void close();
}
