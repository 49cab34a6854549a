package org.colloquy.server.storage;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotId;
import org.colloquy.model.PlotSpec;
import org.colloquy.model.TableRows;
import org.colloquy.server.core.table.PlotStore;

/// Keeps plots with their data.
public final class JdbiPlotStore implements PlotStore {
  private static final TypeReference<PlotSpec> SPEC = new TypeReference<>() {};
  private static final TypeReference<TableRows> DATA = new TypeReference<>() {};

  private final Database database;

  public JdbiPlotStore(Database database) {
    this.database = database;
  }

  @Override
  public void add(Plot plot) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                insert into plot (id, conversation_id, spec, statement, data, made_at)
                values (:id, :conversation, :spec, :statement, :data, :madeAt)
                """)
            .bind("id", plot.id().value())
            .bind("conversation", plot.conversation().value())
            .bind("spec", JsonColumn.of(plot.spec()))
            .bind("statement", plot.sql())
            .bind("data", JsonColumn.of(plot.data()))
            .bind("madeAt", Columns.column(plot.madeAt()))
            .execute());
  }

  @Override
  public List<Plot> of(ConversationId conversation) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from plot where conversation_id = :conversation
                order by conversation_id, number
                """)
            .bind("conversation", conversation.value())
            .map((row, _) -> plot(row))
            .list());
  }

  @Override
  public Optional<Plot> find(AccountId owner, PlotId id) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select p.* from plot p join conversation c on c.id = p.conversation_id
                where c.owner_id = :owner and c.removed_at is null and p.id = :id
                """)
            .bind("owner", owner.value())
            .bind("id", id.value())
            .map((row, _) -> plot(row))
            .findOne());
  }

  private static Plot plot(ResultSet row) throws SQLException {
    return new Plot(
        new PlotId(Columns.id(row, "id")),
        row.getLong("number"),
        new ConversationId(Columns.id(row, "conversation_id")),
        JsonColumn.read(row.getString("spec"), SPEC),
        row.getString("statement"),
        JsonColumn.read(row.getString("data"), DATA),
        Columns.time(row, "made_at"));
  }
}
