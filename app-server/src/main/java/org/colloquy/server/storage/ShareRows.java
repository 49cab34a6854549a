package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.shared.Recipient;
import org.colloquy.server.core.shared.Right;
import org.colloquy.server.core.shared.Share;
import org.colloquy.server.core.shared.ShareId;
import org.colloquy.server.core.shared.SharedConversation;
import org.jdbi.v3.core.Handle;

/// Shares, and who asked in conversations of others, as rows.
final class ShareRows {
  /// Shares `s` with what their recipients are called.
  static final String SELECT =
      """
      select s.id, s.conversation_id, s.account_id, s.group_id, s.access, s.shared_at,
        a.username as account_name, g.name as group_name
      from conversation_share s
      left join account a on a.id = s.account_id
      left join account_group g on g.id = s.group_id
      """;

  /// Conversations `c` with each share that lets this account in.
  static final String LETTING_IN =
      "select "
          + ConversationRows.COLUMNS
          + """
          , s.access as s_access, o.username as o_username,
            p.answers_ended > coalesce(
              (select r.answers_read from conversation_reader r
              where r.conversation_id = c.id and r.account_id = :account), 0) as s_unread
          """
          + ConversationRows.FROM
          + """
          join conversation_share s on s.conversation_id = c.id
          join account o on o.id = c.owner_id
          where c.owner_id <> :account and c.removed_at is null
            and (s.account_id = :account
              or s.group_id in (select group_id from group_member where account_id = :account))
            and exists (select 1 from account where id = :account and not disabled)
          """;

  private ShareRows() {}

  static Share share(ResultSet row) throws SQLException {
    return new Share(
        new ShareId(Columns.id(row, "id")),
        new ConversationId(Columns.id(row, "conversation_id")),
        recipient(row),
        Right.valueOf(row.getString("access")),
        Columns.time(row, "shared_at"));
  }

  private static Recipient recipient(ResultSet row) throws SQLException {
    UUID account = Columns.idOrNull(row, "account_id");
    return account == null
        ? new Recipient.Members(
            new GroupId(Columns.id(row, "group_id")), row.getString("group_name"))
        : new Recipient.Member(new AccountId(account), row.getString("account_name"));
  }

  static SharedConversation shared(ResultSet row) throws SQLException {
    return new SharedConversation(
        ConversationRows.conversation(row),
        row.getString("o_username"),
        Right.valueOf(row.getString("s_access")),
        row.getBoolean("s_unread"));
  }

  /// Notes who asked this question, if it was not the owner of its conversation.
  static void asked(Handle handle, NewMessage question) {
    var asker = question.askedBy();
    if (asker != null) {
      handle.execute(
          "insert into message_asker (message_id, conversation_id, account_id) values (?, ?, ?)",
          question.id().value(),
          question.conversation().value(),
          asker.value());
    }
  }
}
