package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.ToolPolicyId;
import org.colloquy.server.core.policy.ToolPolicy;
import org.colloquy.server.core.policy.ToolPolicyStore;

/// Keeps what people decided about tools.
public final class JdbiToolPolicyStore implements ToolPolicyStore {
  private final Database database;

  public JdbiToolPolicyStore(Database database) {
    this.database = database;
  }

  @Override
  public void put(AccountId account, ToolPolicy policy) {
    database.write(handle -> {
      handle
          .createUpdate(
              """
              delete from tool_policy
              where account_id = :account and tool = :tool
                and agent is not distinct from cast(:agent as bigint)
              """)
          .bind("account", account.value())
          .bind("tool", policy.tool())
          .bind("agent", policy.agent())
          .execute();
      return handle
          .createUpdate(
              """
              insert into tool_policy (id, account_id, agent, tool, verdict, definition, set_at)
              values (:id, :account, :agent, :tool, :verdict, :definition, :setAt)
              """)
          .bind("id", policy.id().value())
          .bind("account", account.value())
          .bind("agent", policy.agent())
          .bind("tool", policy.tool())
          .bind("verdict", policy.verdict().name())
          .bind("definition", policy.definition())
          .bind("setAt", Columns.column(policy.setAt()))
          .execute();
    });
  }

  @Override
  public List<ToolPolicy> of(AccountId account) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from tool_policy where account_id = :account order by account_id, number")
            .bind("account", account.value())
            .map((row, _) -> policy(row))
            .list());
  }

  @Override
  public boolean remove(AccountId account, ToolPolicyId id) {
    return database.write(handle ->
        handle.execute(
                "delete from tool_policy where id = ? and account_id = ?",
                id.value(),
                account.value())
            > 0);
  }

  private static ToolPolicy policy(ResultSet row) throws SQLException {
    return new ToolPolicy(
        new ToolPolicyId(Columns.id(row, "id")),
        row.getObject("agent", Long.class),
        row.getString("tool"),
        ToolPolicy.Verdict.valueOf(row.getString("verdict")),
        row.getString("definition"),
        Columns.time(row, "set_at"));
  }
}
