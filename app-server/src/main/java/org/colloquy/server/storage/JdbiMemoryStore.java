package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.colloquy.model.AccountId;
import org.colloquy.model.AgentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Memory;
import org.colloquy.model.MemoryId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.memory.Meaning;
import org.colloquy.server.core.memory.MemoryStore;
import org.colloquy.server.core.search.Change;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps memories.
public final class JdbiMemoryStore implements MemoryStore {
  private final Database database;
  private final Remembered remembered;

  public JdbiMemoryStore(Database database) {
    this.database = database;
    this.remembered = database.remembered();
  }

  @Override
  public Memory add(NewMemory memory, int most) {
    return remembered.write(handle -> {
      changed(handle, memory.owner());
      if (count(handle, memory.owner()) >= most) {
        throw new ProblemException(new Problem.QuotaReached("memories"));
      }
      handle
          .createUpdate(
              """
              insert into memory (id, owner_id, agent_id, content, created_at, changed_at)
              values (:id, :owner, :agent, :text, :at, :at)
              """)
          .bind("id", memory.id().value())
          .bind("owner", memory.owner().value())
          .bind("agent", Columns.column(agent(memory)))
          .bind("text", memory.text())
          .bind("at", Columns.column(memory.at()))
          .execute();
      SearchChanges.note(handle, Change.What.MEMORY, memory.id().value());
      return select(handle, memory.owner(), memory.id()).orElseThrow();
    });
  }

  @Override
  public List<Memory> of(AccountId owner) {
    return database.read(handle ->
        handle
            .createQuery("select * from memory where owner_id = :owner order by owner_id, number")
            .bind("owner", owner.value())
            .map((row, _) -> memory(row))
            .list());
  }

  @Override
  public Optional<Memory> find(AccountId owner, MemoryId id) {
    return database.read(handle -> select(handle, owner, id));
  }

  @Override
  public Optional<Memory> change(NewMemory changed) {
    return remembered.write(handle -> {
      changed(handle, changed.owner());
      int found =
          handle
              .createUpdate(
                  """
                  update memory set content = :text, agent_id = :agent, changed_at = :at
                  where id = :id and owner_id = :owner
                  """)
              .bind("id", changed.id().value())
              .bind("owner", changed.owner().value())
              .bind("agent", Columns.column(agent(changed)))
              .bind("text", changed.text())
              .bind("at", Columns.column(changed.at()))
              .execute();
      if (found > 0) {
        SearchChanges.note(handle, Change.What.MEMORY, changed.id().value());
        handle.execute("delete from memory_embedding where memory_id = ?", changed.id().value());
      }
      return select(handle, changed.owner(), changed.id());
    });
  }

  @Override
  public boolean remove(AccountId owner, MemoryId id) {
    return remembered.write(handle -> {
      changed(handle, owner);
      int removed =
          handle.execute(
              "delete from memory where id = ? and owner_id = ?", id.value(), owner.value());
      return SearchChanges.noteIf(removed, handle, Change.What.MEMORY, id.value());
    });
  }

  @Override
  public long changes(AccountId owner) {
    return remembered.read(
        new ChangesOf(owner),
        handle ->
            handle
                .createQuery("select memory_changes from account where id = :owner")
                .bind("owner", owner.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  @Override
  public Map<MemoryId, Meaning> meanings(AccountId owner, String model) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select e.memory_id, e.vector
                from memory m join memory_embedding e on e.memory_id = m.id
                where m.owner_id = :owner and e.model = :model
                """)
            .bind("owner", owner.value())
            .bind("model", model)
            .map((row, _) ->
                Map.entry(
                    new MemoryId(Columns.id(row, "memory_id")), Meaning.of(row.getBytes("vector"))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public void keep(AccountId owner, String model, Map<Memory, Meaning> meanings) {
    database.write(handle -> {
      meanings.forEach((memory, meaning) -> {
        if (select(handle, owner, memory.id()).filter(memory::equals).isPresent()) {
          var id = memory.id().value();
          handle.execute("delete from memory_embedding where memory_id = ?", id);
          handle.execute(
              "insert into memory_embedding (memory_id, model, vector) values (?, ?, ?)",
              id,
              model,
              meaning.bytes());
        }
      });
      return meanings.size();
    });
  }

  @Override
  public boolean use(AccountId owner, ConversationId conversation, boolean on) {
    return database.write(handle ->
        handle.execute(
                """
                update conversation set memory_off = ?
                where id = ? and owner_id = ? and removed_at is null
                """,
                !on,
                conversation.value(),
                owner.value())
            > 0);
  }

  @Override
  public void recalled(AccountId owner, MessageId answer, List<MemoryId> memories) {
    database.write(handle -> {
      for (int place = 0; place < memories.size(); place++) {
        handle.execute(
            """
            insert into recalled (message_id, memory_id, place)
            select cast(? as uuid), id, cast(? as integer)
            from memory where id = ? and owner_id = ?
            """,
            answer.value(),
            place,
            memories.get(place).value(),
            owner.value());
      }
      return memories.size();
    });
  }

  @Override
  public Optional<Map<MessageId, List<Memory>>> recalled(
      AccountId owner, ConversationId conversation, long from) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select id from conversation
                where id = :conversation and owner_id = :owner and removed_at is null
                """)
            .bind("conversation", conversation.value())
            .bind("owner", owner.value())
            .mapTo(UUID.class)
            .findOne()
            .map(id -> recalled(handle, id, from)));
  }

  private static Map<MessageId, List<Memory>> recalled(
      Handle handle, UUID conversation, long from) {
    var found = new LinkedHashMap<MessageId, List<Memory>>();
    handle
        .createQuery(
            """
            select r.message_id, m.*
            from message
            join recalled r on r.message_id = message.id
            join memory m on m.id = r.memory_id
            where message.conversation_id = :conversation and message.number >= :from
            order by message.number, r.place
            """)
        .bind("conversation", conversation)
        .bind("from", from)
        .map((row, _) -> Map.entry(Columns.id(row, "message_id"), memory(row)))
        .forEach(one ->
            found
                .computeIfAbsent(new MessageId(one.getKey()), _ -> new ArrayList<>())
                .add(one.getValue()));
    return found;
  }

  /// Locks the account's row, so that nobody else adds one meanwhile.
  private static void changed(Handle handle, AccountId owner) {
    handle.execute(
        "update account set memory_changes = memory_changes + 1 where id = ?", owner.value());
  }

  /// How often an account's memories were changed, as a question to remember the answer to.
  private record ChangesOf(AccountId owner) {}

  private static int count(Handle handle, AccountId owner) {
    return handle
        .createQuery("select count(*) from memory where owner_id = :owner")
        .bind("owner", owner.value())
        .mapTo(Integer.class)
        .one();
  }

  private static Optional<Memory> select(Handle handle, AccountId owner, MemoryId id) {
    return handle
        .createQuery("select * from memory where id = :id and owner_id = :owner")
        .bind("id", id.value())
        .bind("owner", owner.value())
        .map((row, _) -> memory(row))
        .findOne();
  }

  private static @Nullable UUID agent(NewMemory memory) {
    var agent = memory.agent();
    return agent == null ? null : agent.value();
  }

  private static Memory memory(ResultSet row) throws SQLException {
    var agent = Columns.idOrNull(row, "agent_id");
    return new Memory(
        new MemoryId(Columns.id(row, "id")),
        row.getLong("number"),
        new AccountId(Columns.id(row, "owner_id")),
        agent == null ? null : new AgentId(agent),
        row.getString("content"),
        Columns.time(row, "created_at"),
        Columns.time(row, "changed_at"));
  }
}
