package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.search.Change;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Messages as rows: writing them with their fingerprints, growing and ending answers.
final class MessageRows {
  /// Where columns are that others look at.
  static final int ID = 1;

  static final int NUMBER = 2;
  static final int PARENT = 3;
  static final int CONTENT = 4;

  /// A whole message.
  static final String SELECT = "select " + columns("m.content") + " from message m\n";

  private MessageRows() {}

  /// The columns of `message m`, in the places where [#stored] finds them: looking for each of them
  /// by its name takes longer than all the rest. The tool calls are three lists in the order of the
  /// calls, for the few messages that have some.
  ///
  /// @param content what stands for the content
  static String columns(String content) {
    return """
    m.id, m.number, m.parent_id, %s as content, m.reasoning, m.conversation_id, m.role, m.state,
    m.created_at, m.model_provider, m.model_name, m.input_tokens, m.output_tokens, m.answers_call,
    m.failure, m.hash, %s, %s, %s, %s
    """
        .formatted(content, calls("call_id"), calls("tool"), calls("arguments"), TokenRows.COLUMN);
  }

  private static String calls(String field) {
    return """
    case when m.tool_calls > 0 then array(
      select t.%s from tool_call t where t.message_id = m.id order by t.place) end
    """
        .formatted(field);
  }

  /// Messages as they will be stored, with their fingerprints: what needs no database, and so not
  /// the one thread that writes.
  static List<StoredMessage> prepared(List<NewMessage> messages) {
    return messages.stream()
        .map(MessageForms::unnumbered)
        .map(message -> new StoredMessage(message, MessageHash.of(message)))
        .toList();
  }

  /// Adds messages to their conversation, which moves on to the last one.
  static List<Message> append(Handle handle, List<StoredMessage> messages) {
    moveOn(handle, messages.getLast().message(), messages.size());
    var stored = new ArrayList<Message>();
    for (var message : messages) {
      stored.add(insert(handle, message.message(), message.hash()));
    }
    return stored;
  }

  private static void moveOn(Handle handle, Message last, int more) {
    int moved =
        handle
            .createUpdate(
                """
                update conversation_progress set message_count = message_count + :more,
                  active_leaf = :leaf, updated_at = :time
                where conversation_id = :id
                """)
            .bind("id", last.conversation().value())
            .bind("more", more)
            .bind("leaf", last.id().value())
            .bind("time", Columns.column(last.createdAt()))
            .execute();
    if (moved == 0) {
      throw new ProblemException(new Problem.NotFound("conversation"));
    }
  }

  private static Message insert(Handle handle, Message message, byte[] hash) {
    var parent = message.parent();
    var used = message.usedModel();
    long number =
        handle
            .createUpdate(
                """
                insert into message (id, conversation_id, owner_id, parent_id, role, content,
                  reasoning, state, created_at, model_provider, model_name, input_tokens,
                  output_tokens, tool_calls, answers_call, hash)
                values (:id, :conversation,
                  (select owner_id from conversation where id = :conversation), :parent, :role,
                  :content, :reasoning, :state, :createdAt, :provider, :model, :input, :output,
                  :toolCalls, :answersCall, :hash)
                """)
            .bind("id", message.id().value())
            .bind("conversation", message.conversation().value())
            .bind("parent", Columns.column(parent == null ? null : parent.value()))
            .bind("role", message.role().name())
            .bind("content", message.content())
            .bind("reasoning", message.reasoning())
            .bind("state", message.state().name())
            .bind("createdAt", Columns.column(message.createdAt()))
            .bind("provider", used == null ? null : used.provider())
            .bind("model", used == null ? null : used.model())
            .bind("input", message.usage().input())
            .bind("output", message.usage().output())
            .bind("toolCalls", message.toolCalls().size())
            .bind("answersCall", message.answersCall())
            .bind("hash", hash)
            .executeAndReturnGeneratedKeys("number")
            .map((row, _) -> row.getLong(1))
            .one();
    if (message.state() == MessageState.GROWING) {
      handle.execute("insert into growing (message_id) values (?)", message.id().value());
    }
    ToolCallRows.add(handle, message.id(), message.toolCalls());
    TokenRows.add(handle, message.id(), message.usage());
    return MessageForms.numbered(message, number);
  }

  /// Gives a growing answer another form.
  static Message change(Handle handle, Message growing, FinishedAnswer form) {
    var changed = MessageForms.changed(growing, form);
    handle
        .createUpdate(
            """
            update message set content = :content, reasoning = :reasoning, state = :state,
              input_tokens = :input, output_tokens = :output, tool_calls = :toolCalls,
              failure = :failure, hash = :hash
            where id = :id
            """)
        .bind("id", form.id().value())
        .bind("content", form.content())
        .bind("reasoning", form.reasoning())
        .bind("state", form.state().name())
        .bind("input", form.usage().input())
        .bind("output", form.usage().output())
        .bind("toolCalls", form.toolCalls().size())
        .bind("failure", form.failure())
        .bind("hash", MessageHash.of(changed))
        .execute();
    if (form.state() != MessageState.GROWING) {
      SearchChanges.note(handle, Change.What.MESSAGE, form.id().value());
      handle.execute("delete from growing where message_id = ?", form.id().value());
      ToolCallRows.replace(handle, form.id(), form.toolCalls());
      TokenRows.replace(handle, growing, form.usage());
      if (form.toolCalls().isEmpty()) {
        MarkRows.answered(handle, growing.conversation());
      }
    }
    return changed;
  }

  /// Lets an answer grow on, as the last message of the active branch.
  static Message resume(Handle handle, Message cutOff, Instant now) {
    handle
        .createUpdate(
            """
            update conversation_progress set active_leaf = :id, updated_at = :time
            where conversation_id = :conversation
            """)
        .bind("id", cutOff.id().value())
        .bind("time", Columns.column(now))
        .bind("conversation", cutOff.conversation().value())
        .execute();
    handle.execute("insert into growing (message_id) values (?)", cutOff.id().value());
    SearchChanges.note(handle, Change.What.MESSAGE, cutOff.id().value());
    return change(
        handle,
        cutOff,
        new FinishedAnswer(
            cutOff.id(),
            cutOff.content(),
            cutOff.reasoning(),
            MessageState.GROWING,
            cutOff.usage(),
            List.of(),
            null));
  }

  /// Takes an answer back; the message before it keeps the reason. It is the last one again, or
  /// what was added after the answer meanwhile follows it.
  static void discard(Handle handle, Message answer, @Nullable String failure) {
    var parent = answer.parent();
    handle
        .createUpdate(
            """
            update conversation_progress set message_count = message_count - 1,
              active_leaf = case when active_leaf = :id then :parent else active_leaf end
            where conversation_id = :conversation
            """)
        .bind("id", answer.id().value())
        .bind("parent", Columns.column(parent == null ? null : parent.value()))
        .bind("conversation", answer.conversation().value())
        .execute();
    children(handle, answer).forEach(child -> move(handle, child, parent));
    handle.execute("delete from message where id = ?", answer.id().value());
    SearchChanges.note(handle, Change.What.MESSAGE, answer.id().value());
    if (parent != null && failure != null) {
      find(handle, parent)
          .ifPresent(question -> change(handle, question, failed(question, failure)));
    }
  }

  private static List<Message> children(Handle handle, Message message) {
    return handle
        .createQuery(SELECT + "where m.conversation_id = :conversation and m.parent_id = :id")
        .bind("conversation", message.conversation().value())
        .bind("id", message.id().value())
        .map((row, _) -> stored(row).checked())
        .list();
  }

  private static void move(Handle handle, Message message, @Nullable MessageId parent) {
    handle
        .createUpdate("update message set parent_id = :parent, hash = :hash where id = :id")
        .bind("parent", Columns.column(parent == null ? null : parent.value()))
        .bind("hash", MessageHash.of(MessageForms.under(message, parent)))
        .bind("id", message.id().value())
        .execute();
  }

  private static FinishedAnswer failed(Message question, String failure) {
    return new FinishedAnswer(
        question.id(),
        question.content(),
        question.reasoning(),
        question.state(),
        question.usage(),
        question.toolCalls(),
        failure);
  }

  /// The message that has not ended; empty when it has, or is gone.
  static Optional<Message> growing(Handle handle, MessageId id) {
    return find(handle, id).filter(message -> message.state() == MessageState.GROWING);
  }

  static Optional<Message> find(Handle handle, MessageId id) {
    return handle
        .createQuery(SELECT + "where m.id = :id")
        .bind("id", id.value())
        .map((row, _) -> stored(row).checked())
        .findOne();
  }

  static StoredMessage stored(ResultSet row) throws SQLException {
    UUID parent = Columns.idOrNull(row, PARENT);
    var message =
        new Message(
            new MessageId(Columns.id(row, ID)),
            row.getLong(NUMBER),
            new ConversationId(Columns.id(row, 6)),
            parent == null ? null : new MessageId(parent),
            Role.valueOf(row.getString(7)),
            row.getString(CONTENT),
            row.getString(5),
            MessageState.valueOf(row.getString(8)),
            Columns.time(row, 9),
            usedModel(row.getString(10), row.getString(11)),
            TokenRows.usage(row.getInt(12), row.getInt(13), row.getArray(20)),
            ToolCallRows.calls(row.getArray(17), row.getArray(18), row.getArray(19)),
            row.getString(14),
            row.getString(15));
    return new StoredMessage(message, row.getBytes(16));
  }

  private static @Nullable ModelUsed usedModel(@Nullable String provider, @Nullable String model) {
    return provider == null || model == null ? null : new ModelUsed(provider, model);
  }
}
