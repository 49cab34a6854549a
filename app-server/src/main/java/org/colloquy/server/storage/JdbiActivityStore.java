package org.colloquy.server.storage;

import java.util.List;
import org.colloquy.model.Activity;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.activity.ActivityStore;

/// Keeps the visible log of conversations.
public final class JdbiActivityStore implements ActivityStore {
  private final Database database;

  public JdbiActivityStore(Database database) {
    this.database = database;
  }

  @Override
  public Activity add(NewActivity activity) {
    long number =
        database.write(handle ->
            handle
                .createUpdate(
                    """
                    insert into activity (conversation_id, kind, detail, happened_at)
                    values (:conversation, :kind, :detail, :at)
                    """)
                .bind("conversation", activity.conversation().value())
                .bind("kind", activity.kind())
                .bind("detail", activity.detail())
                .bind("at", Columns.column(activity.at()))
                .executeAndReturnGeneratedKeys("number")
                .mapTo(Long.class)
                .one());
    return new Activity(
        number,
        activity.conversation(),
        activity.kind(),
        activity.detail(),
        Columns.kept(activity.at()));
  }

  @Override
  public List<Activity> of(ConversationId conversation) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select number, kind, detail, happened_at from activity
                where conversation_id = :conversation order by number
                """)
            .bind("conversation", conversation.value())
            .map((row, _) ->
                new Activity(
                    row.getLong("number"),
                    conversation,
                    row.getString("kind"),
                    row.getString("detail"),
                    Columns.time(row, "happened_at")))
            .list());
  }
}
