package org.colloquy.server.storage;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.erasure.ErasureStore;
import org.colloquy.server.core.search.Change;
import org.jdbi.v3.core.Handle;

/// Deletes all that is kept of an account.
public final class JdbiErasureStore implements ErasureStore {
  /// Every table with rows of an account, and the column that says whose they are. What belongs to
  /// those rows goes with them.
  static final List<Owned> OWNED =
      List.of(
          new Owned("conversation", "owner_id"),
          new Owned("imported", "owner_id"),
          new Owned("folder", "owner_id"),
          new Owned("draft", "owner_id"),
          new Owned("memory", "owner_id"),
          new Owned("agent", "owner_id"),
          new Owned("api_key", "owner_id"),
          new Owned("data_key", "account_id"),
          new Owned("provider", "owner_id"),
          new Owned("setting", "account_id"),
          new Owned("model_use", "account_id"),
          new Owned("tool_policy", "account_id"),
          new Owned("mcp_server", "owner_id"),
          new Owned("api_token", "owner_id"),
          new Owned("saved_prompt", "owner_id"),
          new Owned("session", "account_id"),
          new Owned("known_place", "account_id"),
          new Owned("reset_code", "account_id"),
          new Owned("invitation", "made_by"),
          new Owned("reservation", "account_id"),
          new Owned("quota", "account_id"),
          new Owned("group_member", "account_id"),
          new Owned("conversation_share", "account_id"),
          new Owned("conversation_reader", "account_id"));

  /// What belongs to others and names an account, which stays without that name.
  static final List<Owned> NAMING =
      List.of(new Owned("message_asker", "account_id"), new Owned("answer_origin", "asker_id"));

  private final Remembered remembered;

  public JdbiErasureStore(Database database) {
    this.remembered = database.remembered();
  }

  /// A table and its column.
  record Owned(String table, String column) {}

  @Override
  public Erased remove(AccountId account) {
    return remembered.write(handle -> {
      var erased = counted(handle, account.value());
      handle.execute("delete from account where id = ?", account.value());
      SearchChanges.note(handle, Change.What.ACCOUNT, account.value());
      wantRebuild(handle);
      return erased;
    });
  }

  @Override
  public Erased empty(AccountId account) {
    return remembered.write(handle -> {
      var erased = counted(handle, account.value());
      SearchChanges.note(handle, Change.What.ACCOUNT, account.value());
      for (var owned : OWNED) {
        handle.execute(
            "delete from %s where %s = ?".formatted(owned.table, owned.column), account.value());
      }
      for (var naming : NAMING) {
        handle.execute(
            "update %s set %s = null where %s = ?"
                .formatted(naming.table, naming.column, naming.column),
            account.value());
      }
      handle.execute(
          """
          update account set email = '', email_key = null, verified = false, first_name = '',
            last_name = '', country = '', affiliation = '', position = '', field_of_study = ''
          where id = ?
          """,
          account.value());
      wantRebuild(handle);
      return erased;
    });
  }

  private static Erased counted(Handle handle, UUID account) {
    return new Erased(
        count(handle, "conversation", account),
        count(handle, "message", account),
        count(handle, "memory", account),
        count(handle, "api_key", account),
        files(handle, account));
  }

  private static int count(Handle handle, String table, UUID owner) {
    return handle
        .createQuery("select count(*) from " + table + " where owner_id = :owner")
        .bind("owner", owner)
        .mapTo(Integer.class)
        .one();
  }

  private static List<ContentHash> files(Handle handle, UUID owner) {
    return handle
        .createQuery(
            """
            select a.content from attachment a join conversation c on c.id = a.conversation_id
            where c.owner_id = :owner and a.content is not null
            """)
        .bind("owner", owner)
        .mapTo(String.class)
        .map(ContentHash::new)
        .list();
  }

  private static void wantRebuild(Handle handle) {
    handle.execute(
        """
        insert into rebuild_wanted (since)
        select current_timestamp where not exists (select 1 from rebuild_wanted)
        """);
  }
}
