package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.draft.Draft;
import org.colloquy.server.core.draft.DraftStore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps drafts.
public final class JdbiDraftStore implements DraftStore {
  private final Database database;

  public JdbiDraftStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Draft> of(AccountId owner) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select d.* from draft d left join conversation c on c.id = d.conversation_id
                where d.owner_id = :owner and c.removed_at is null
                order by d.changed_at desc
                """)
            .bind("owner", owner.value())
            .map((row, _) -> draft(row))
            .list());
  }

  private static Draft draft(ResultSet row) throws SQLException {
    var conversation = Columns.idOrNull(row, "conversation_id");
    var instead = Columns.idOrNull(row, "instead_id");
    return new Draft(
        conversation == null ? null : new ConversationId(conversation),
        row.getString("content"),
        instead == null ? null : new MessageId(instead),
        Columns.time(row, "changed_at"));
  }

  @Override
  public boolean keep(AccountId owner, Draft draft) {
    var conversation = draft.conversation();
    var instead = draft.instead();
    return database.write(handle -> {
      if (conversation != null && !isThere(handle, owner, conversation)) {
        return false;
      }
      forget(handle, owner, conversation);
      handle
          .createUpdate(
              """
              insert into draft (owner_id, place, conversation_id, content, instead_id, changed_at)
              values (:owner, :place, :conversation, :text, :instead, :at)
              """)
          .bind("owner", owner.value())
          .bind("place", place(owner, conversation))
          .bind("conversation", Columns.column(conversation == null ? null : conversation.value()))
          .bind("text", draft.text())
          .bind("instead", Columns.column(instead == null ? null : instead.value()))
          .bind("at", Columns.column(draft.changedAt()))
          .execute();
      return true;
    });
  }

  private static boolean isThere(Handle handle, AccountId owner, ConversationId conversation) {
    return handle
        .createQuery(
            """
            select 1 from conversation
            where id = :id and owner_id = :owner and removed_at is null
            """)
        .bind("id", conversation.value())
        .bind("owner", owner.value())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  @Override
  public void remove(AccountId owner, @Nullable ConversationId conversation) {
    database.write(handle -> forget(handle, owner, conversation));
  }

  private static int forget(Handle handle, AccountId owner, @Nullable ConversationId conversation) {
    return handle.execute(
        "delete from draft where owner_id = ? and place = ?",
        owner.value(),
        place(owner, conversation));
  }

  private static UUID place(AccountId owner, @Nullable ConversationId conversation) {
    return conversation == null ? owner.value() : conversation.value();
  }
}
