package org.colloquy.server.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.server.core.conversation.AnswerOrigin;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.search.Change;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps messages. Lists are sorted by all columns of an index, so that H2 reads them in order
/// instead of sorting.
public final class JdbiMessageStore implements MessageStore {
  private final Database database;

  public JdbiMessageStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Message> append(List<NewMessage> messages) {
    return appendTitled(messages, "");
  }

  @Override
  public List<Message> appendTitled(List<NewMessage> messages, String title) {
    if (messages.isEmpty()) {
      return List.of();
    }
    var prepared = MessageRows.prepared(messages);
    return database.write(handle -> {
      if (!title.isEmpty()) {
        entitle(handle, messages.getLast().conversation(), title);
      }
      var stored = MessageRows.append(handle, prepared);
      messages.forEach(message -> ShareRows.asked(handle, message));
      return stored;
    });
  }

  private static void entitle(Handle handle, ConversationId conversation, String title) {
    int entitled =
        handle.execute(
            "update conversation set title = ? where id = ? and title = ''",
            title,
            conversation.value());
    if (entitled > 0) {
      SearchChanges.note(handle, Change.What.TITLE, conversation.value());
    }
  }

  @Override
  public Message appendToEnd(NewMessage message) {
    return database.write(handle -> {
      var placed = message.under(leaf(handle, message.conversation()));
      return MessageRows.append(handle, MessageRows.prepared(List.of(placed))).getFirst();
    });
  }

  /// The end of the active branch, which nobody else moves until this transaction ends.
  private static @Nullable MessageId leaf(Handle handle, ConversationId conversation) {
    return handle
        .createQuery(
            """
            select active_leaf from conversation_progress where conversation_id = :conversation
            for update
            """)
        .bind("conversation", conversation.value())
        .mapTo(UUID.class)
        .findOne()
        .map(MessageId::new)
        .orElse(null);
  }

  @Override
  public void writeDown(Map<MessageId, Words> growing) {
    if (growing.isEmpty()) {
      return;
    }
    database.write(handle -> {
      growing.forEach((id, words) -> writeDown(handle, id, words));
      return growing.size();
    });
  }

  private static void writeDown(Handle handle, MessageId id, Words words) {
    MessageRows.growing(handle, id)
        .ifPresent(message ->
            MessageRows.change(
                handle,
                message,
                new FinishedAnswer(
                    id,
                    words.content(),
                    words.reasoning(),
                    MessageState.GROWING,
                    message.usage(),
                    List.of(),
                    null)));
  }

  @Override
  public Optional<Message> resume(MessageId answer, Instant now) {
    return database.write(handle ->
        MessageRows.find(handle, answer)
            .filter(message -> message.state() == MessageState.CUT_OFF)
            .map(message -> MessageRows.resume(handle, message, now)));
  }

  @Override
  public Optional<Message> finish(FinishedAnswer answer) {
    return database.write(handle ->
        MessageRows.growing(handle, answer.id())
            .map(growing -> MessageRows.change(handle, growing, answer))
            .or(() -> MessageRows.find(handle, answer.id())));
  }

  @Override
  public Optional<Message> finish(FinishedAnswer answer, AnswerOrigin origin) {
    return database.write(handle -> {
      var growing = MessageRows.growing(handle, answer.id());
      if (growing.isEmpty()) {
        return MessageRows.find(handle, answer.id());
      }
      OriginRows.add(handle, answer.id(), origin);
      return growing.map(found -> MessageRows.change(handle, found, answer));
    });
  }

  @Override
  public Optional<AnswerOrigin> origin(MessageId answer) {
    return database.read(handle -> OriginRows.find(handle, answer));
  }

  @Override
  public void discard(MessageId answer, @Nullable String failure) {
    database.write(handle -> {
      MessageRows.growing(handle, answer)
          .ifPresent(message -> MessageRows.discard(handle, message, failure));
      return answer;
    });
  }

  @Override
  public int cutOffGrowing() {
    return database.write(handle -> {
      var ids =
          handle
              .createQuery(
                  """
                  select message_id from growing g where not exists (
                    select 1 from message m join running_turn r
                      on r.conversation_id = m.conversation_id and not r.ended
                    where m.id = g.message_id)
                  for update skip locked
                  """)
              .mapTo(UUID.class)
              .list();
      ids.forEach(id -> cutOff(handle, new MessageId(id)));
      return ids.size();
    });
  }

  private static void cutOff(Handle handle, MessageId id) {
    var growing = MessageRows.growing(handle, id);
    if (growing.isEmpty()) {
      handle.execute("delete from growing where message_id = ?", id.value());
    } else if (growing.get().content().isEmpty() && growing.get().reasoning().isEmpty()) {
      MessageRows.discard(handle, growing.get(), null);
    } else {
      var message = growing.get();
      MessageRows.change(
          handle,
          message,
          new FinishedAnswer(
              id,
              message.content(),
              message.reasoning(),
              MessageState.CUT_OFF,
              message.usage(),
              List.of(),
              null));
    }
  }

  @Override
  public Optional<Message> find(AccountId owner, MessageId id) {
    return database.read(handle ->
        handle
            .createQuery(
                MessageRows.SELECT
                    + """
                    join conversation c on c.id = m.conversation_id
                    where m.id = :id and c.owner_id = :owner and c.removed_at is null
                    """)
            .bind("id", id.value())
            .bind("owner", owner.value())
            .map((row, _) -> MessageRows.stored(row).checked())
            .findOne());
  }

  @Override
  public List<Message> tree(ConversationId conversation) {
    return database.read(handle -> tree(handle, conversation));
  }

  static List<Message> tree(Handle handle, ConversationId conversation) {
    return handle
        .createQuery(
            MessageRows.SELECT
                + """
                where m.conversation_id = :conversation
                order by m.conversation_id, m.number
                """)
        .bind("conversation", conversation.value())
        .map((row, _) -> MessageRows.stored(row).checked())
        .list();
  }

  @Override
  public List<MessageId> siblings(Message message) {
    var parent = message.parent();
    return database.read(handle ->
        handle
            .createQuery(
                """
                select id from message
                where conversation_id = :conversation and parent_id is not distinct from :parent
                order by conversation_id, number
                """)
            .bind("conversation", message.conversation().value())
            .bind("parent", Columns.column(parent == null ? null : parent.value()))
            .mapTo(UUID.class)
            .map(MessageId::new)
            .list());
  }

  @Override
  public List<Message> latest(AccountId owner, int most) {
    return database.read(handle ->
        handle
            .createQuery(
                MessageRows.SELECT
                    + """
                    where m.owner_id = :owner and m.state <> 'GROWING'
                      and (m.role = 'USER' or m.role = 'ASSISTANT' and m.content <> '')
                      and m.conversation_id not in (
                        select id from conversation
                        where owner_id = :owner and removed_at is not null)
                    order by m.owner_id desc, m.number desc
                    fetch first :most rows only
                    """)
            .bind("owner", owner.value())
            .bind("most", most)
            .map((row, _) -> MessageRows.stored(row).checked())
            .list());
  }
}
