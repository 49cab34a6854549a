package org.colloquy.server.storage;

import java.util.Map;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.conversation.StrangersWords;
import org.jdbi.v3.core.Handle;

/// Remembers which conversations have words of strangers in them.
public final class JdbiStrangersWords implements StrangersWords {
  private final Database database;

  public JdbiStrangersWords(Database database) {
    this.database = database;
  }

  @Override
  public void cameInto(ConversationId conversation) {
    database.write(handle ->
        isIn(handle, conversation)
            ? 0
            : handle
                .createUpdate("insert into strangers_words (conversation_id) values (:id)")
                .bindMap(Map.of("id", conversation.value()))
                .execute());
  }

  @Override
  public boolean in(ConversationId conversation) {
    return database.read(handle -> isIn(handle, conversation));
  }

  private static boolean isIn(Handle handle, ConversationId conversation) {
    return handle
            .createQuery("select count(*) from strangers_words where conversation_id = :id")
            .bindMap(Map.of("id", conversation.value()))
            .mapTo(long.class)
            .one()
        > 0;
  }
}
