package org.colloquy.server.storage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.shared.Recipient;
import org.colloquy.server.core.shared.Share;
import org.colloquy.server.core.shared.ShareId;
import org.colloquy.server.core.shared.ShareStore;
import org.colloquy.server.core.shared.SharedConversation;
import org.jdbi.v3.core.Handle;

/// Keeps shares, and who asked in conversations of others.
public final class JdbiShareStore implements ShareStore {
  private static final String ASKERS =
      """
      select q.message_id, coalesce(a.username, '') as username
      from message_asker q left join account a on a.id = q.account_id
      """;

  private final Database database;

  public JdbiShareStore(Database database) {
    this.database = database;
  }

  /// The table that a recipient is in, and its column in a share.
  private record Place(String table, String column, UUID id) {
    static Place of(Recipient recipient) {
      return switch (recipient) {
        case Recipient.Member(var account, _) ->
            new Place("account", "account_id", account.value());
        case Recipient.Members(var group, _) ->
            new Place("account_group", "group_id", group.value());
      };
    }
  }

  @Override
  public Optional<Share> put(AccountId owner, Share share) {
    var place = Place.of(share.with());
    return database.write(handle -> {
      if (isThere(handle, owner, share, place) && change(handle, share, place) == 0) {
        add(handle, share, place);
      }
      return of(handle, owner, share.conversation()).stream()
          .filter(kept -> Place.of(kept.with()).equals(place))
          .findFirst();
    });
  }

  private static boolean isThere(Handle handle, AccountId owner, Share share, Place place) {
    return handle
            .createQuery(
                """
                select count(*) from conversation c, %s r
                where c.id = :conversation and c.owner_id = :owner and c.removed_at is null
                  and r.id = :recipient
                """
                    .formatted(place.table))
            .bind("conversation", share.conversation().value())
            .bind("owner", owner.value())
            .bind("recipient", place.id)
            .mapTo(long.class)
            .one()
        > 0;
  }

  private static int change(Handle handle, Share share, Place place) {
    return handle
        .createUpdate(
            """
            update conversation_share set access = :access, shared_at = :at
            where conversation_id = :conversation and %s = :recipient
            """
                .formatted(place.column))
        .bind("access", share.right().name())
        .bind("at", Columns.column(share.sharedAt()))
        .bind("conversation", share.conversation().value())
        .bind("recipient", place.id)
        .execute();
  }

  private static void add(Handle handle, Share share, Place place) {
    handle
        .createUpdate(
            """
            insert into conversation_share (id, conversation_id, %s, access, shared_at)
            values (:id, :conversation, :recipient, :access, :at)
            on conflict do nothing
            """
                .formatted(place.column))
        .bind("id", share.id().value())
        .bind("conversation", share.conversation().value())
        .bind("recipient", place.id)
        .bind("access", share.right().name())
        .bind("at", Columns.column(share.sharedAt()))
        .execute();
  }

  @Override
  public List<Share> of(AccountId owner, ConversationId conversation) {
    return database.read(handle -> of(handle, owner, conversation));
  }

  private static List<Share> of(Handle handle, AccountId owner, ConversationId conversation) {
    return handle
        .createQuery(
            ShareRows.SELECT
                + """
                join conversation c on c.id = s.conversation_id
                where c.id = :conversation and c.owner_id = :owner
                order by s.id
                """)
        .bind("conversation", conversation.value())
        .bind("owner", owner.value())
        .map((row, _) -> ShareRows.share(row))
        .list();
  }

  @Override
  public boolean remove(AccountId owner, ConversationId conversation, ShareId id) {
    return database.write(handle ->
        handle.execute(
                """
                delete from conversation_share where id = ? and conversation_id in
                  (select id from conversation where id = ? and owner_id = ?)
                """,
                id.value(),
                conversation.value(),
                owner.value())
            > 0);
  }

  @Override
  public List<SharedConversation> with(AccountId account) {
    return database.read(handle ->
        strongest(
            handle
                .createQuery(ShareRows.LETTING_IN + "order by p.updated_at desc, c.number desc")
                .bind("account", account.value())
                .map((row, _) -> ShareRows.shared(row))
                .list()));
  }

  @Override
  public Optional<SharedConversation> find(AccountId account, ConversationId conversation) {
    return database.read(handle ->
        strongest(
                handle
                    .createQuery(ShareRows.LETTING_IN + "and c.id = :conversation")
                    .bind("account", account.value())
                    .bind("conversation", conversation.value())
                    .map((row, _) -> ShareRows.shared(row))
                    .list())
            .stream()
            .findFirst());
  }

  /// Each once, with the share that allows the most.
  private static List<SharedConversation> strongest(List<SharedConversation> found) {
    Collection<SharedConversation> each =
        found.stream()
            .collect(
                Collectors.toMap(
                    shared -> shared.conversation().id(),
                    shared -> shared,
                    (one, other) -> one.right().compareTo(other.right()) >= 0 ? one : other,
                    LinkedHashMap::new))
            .values();
    return List.copyOf(each);
  }

  @Override
  public void seen(AccountId account, ConversationId conversation) {
    database.write(handle -> {
      handle.execute(
          "delete from conversation_reader where conversation_id = ? and account_id = ?",
          conversation.value(),
          account.value());
      return handle.execute(
          """
          insert into conversation_reader (conversation_id, account_id, answers_read)
          select p.conversation_id, a.id, p.answers_ended
          from conversation_progress p, account a
          where p.conversation_id = ? and a.id = ?
          on conflict do nothing
          """,
          conversation.value(),
          account.value());
    });
  }

  @Override
  public Map<MessageId, String> askers(ConversationId conversation) {
    return database.read(handle ->
        handle
            .createQuery(ASKERS + "where q.conversation_id = :conversation")
            .bind("conversation", conversation.value())
            .reduceRows(
                new LinkedHashMap<MessageId, String>(),
                (askers, row) -> {
                  askers.put(
                      new MessageId(row.getColumn("message_id", UUID.class)),
                      row.getColumn("username", String.class));
                  return askers;
                }));
  }

  @Override
  public Optional<String> asker(MessageId question) {
    return database.read(handle ->
        handle
            .createQuery(ASKERS + "where q.message_id = :question")
            .bind("question", question.value())
            .map((row, _) -> row.getString("username"))
            .findOne());
  }
}
