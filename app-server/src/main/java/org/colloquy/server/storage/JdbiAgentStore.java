package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.Agent;
import org.colloquy.model.AgentId;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.agent.AgentFile;
import org.colloquy.server.core.agent.AgentStore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps agents, and which one a conversation is with.
public final class JdbiAgentStore implements AgentStore {
  private final Database database;
  private final AgentFile file = new JsonAgentFile();

  public JdbiAgentStore(Database database) {
    this.database = database;
  }

  @Override
  public Agent add(NewAgent agent) {
    return database.write(handle -> {
      handle.execute(
          "insert into agent (id, owner_id, preset, created_at) values (?, ?, ?, ?)",
          agent.id().value(),
          agent.owner().value(),
          file.write(agent.preset()),
          Columns.column(agent.createdAt()));
      return select(handle, agent.owner(), agent.id()).orElseThrow();
    });
  }

  @Override
  public List<Agent> of(AccountId owner) {
    return database.read(handle ->
        handle
            .createQuery("select * from agent where owner_id = :owner order by owner_id, number")
            .bind("owner", owner.value())
            .map((row, _) -> agent(row))
            .list());
  }

  @Override
  public Optional<Agent> find(AccountId owner, AgentId id) {
    return database.read(handle -> select(handle, owner, id));
  }

  @Override
  public Optional<Agent> change(AccountId owner, AgentId id, AgentPreset preset) {
    return database.write(handle -> {
      handle.execute(
          "update agent set preset = ? where id = ? and owner_id = ?",
          file.write(preset),
          id.value(),
          owner.value());
      return select(handle, owner, id);
    });
  }

  @Override
  public boolean remove(AccountId owner, AgentId id) {
    return database.write(handle ->
        handle.execute("delete from agent where id = ? and owner_id = ?", id.value(), owner.value())
            > 0);
  }

  @Override
  public boolean choose(AccountId owner, ConversationId conversation, @Nullable AgentId agent) {
    return database.write(handle ->
        handle
                .createUpdate(
                    """
                    update conversation set agent_id = :agent
                    where id = :id and owner_id = :owner and removed_at is null
                    """)
                .bind("agent", Columns.column(agent == null ? null : agent.value()))
                .bind("id", conversation.value())
                .bind("owner", owner.value())
                .execute()
            > 0);
  }

  @Override
  public Optional<Map<String, String>> values(AccountId owner, ConversationId conversation) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select v.name, v.content
                from conversation c left join agent_value v on v.conversation_id = c.id
                where c.id = :id and c.owner_id = :owner and c.removed_at is null
                """)
            .bind("id", conversation.value())
            .bind("owner", owner.value())
            .reduceRows(
                Optional.<Map<String, String>>empty(),
                (found, row) -> {
                  var values = found.orElseGet(TreeMap::new);
                  var name = row.getColumn("name", String.class);
                  if (name != null) {
                    values.put(name, row.getColumn("content", String.class));
                  }
                  return Optional.of(values);
                }));
  }

  @Override
  public boolean give(AccountId owner, ConversationId conversation, Map<String, String> values) {
    return database.write(handle -> {
      if (!isThere(handle, owner, conversation)) {
        return false;
      }
      handle.execute("delete from agent_value where conversation_id = ?", conversation.value());
      values.forEach((name, value) ->
          handle.execute(
              "insert into agent_value (conversation_id, name, content) values (?, ?, ?)",
              conversation.value(),
              name,
              value));
      return true;
    });
  }

  private static boolean isThere(Handle handle, AccountId owner, ConversationId conversation) {
    return handle
        .createQuery(
            """
            select id from conversation
            where id = :id and owner_id = :owner and removed_at is null
            for update
            """)
        .bind("id", conversation.value())
        .bind("owner", owner.value())
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }

  private Optional<Agent> select(Handle handle, AccountId owner, AgentId id) {
    return handle
        .createQuery("select * from agent where id = :id and owner_id = :owner")
        .bind("id", id.value())
        .bind("owner", owner.value())
        .map((row, _) -> agent(row))
        .findOne();
  }

  private Agent agent(ResultSet row) throws SQLException {
    return new Agent(
        new AgentId(Columns.id(row, "id")),
        row.getLong("number"),
        new AccountId(Columns.id(row, "owner_id")),
        file.read(row.getString("preset")));
  }
}
