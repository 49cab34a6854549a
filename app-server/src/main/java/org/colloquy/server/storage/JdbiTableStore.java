package org.colloquy.server.storage;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.DataTable;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableFaults;
import org.colloquy.model.TableForm;
import org.colloquy.model.TableId;
import org.colloquy.model.TableState;
import org.colloquy.server.core.table.TableStore;
import org.jdbi.v3.core.statement.Update;

/// Keeps what is known of tables.
public final class JdbiTableStore implements TableStore {
  private static final TypeReference<TableForm> FORM = new TypeReference<>() {};
  private static final TypeReference<List<TableColumn>> COLUMNS = new TypeReference<>() {};
  private static final TypeReference<TableFaults> FAULTS = new TypeReference<>() {};

  private final Database database;

  public JdbiTableStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(DataTable table) {
    return database.write(handle -> {
      boolean there =
          handle
              .createQuery(
                  "select 1 from attachment where id = :file and conversation_id = :conversation")
              .bind("file", table.attachment().value())
              .bind("conversation", table.conversation().value())
              .mapTo(Integer.class)
              .findOne()
              .isPresent();
      return there
          && told(
                      handle.createUpdate(
                          """
                          insert into data_table (id, conversation_id, attachment_id, file, sheet,
                            name, state, row_count, form, columns, faults, why)
                          values (:id, :conversation, :attachment, :file, :sheet, :name, :state,
                            :rows, :form, :columns, :faults, :why)
                          on conflict do nothing
                          """),
                      table)
                  .bind("conversation", table.conversation().value())
                  .bind("attachment", table.attachment().value())
                  .bind("file", table.file())
                  .bind("sheet", table.sheet())
                  .bind("name", table.name())
                  .execute()
              > 0;
    });
  }

  /// What may change of a table, and its id.
  private static Update told(Update update, DataTable table) {
    return update
        .bind("id", table.id().value())
        .bind("state", table.state().name())
        .bind("rows", table.rows())
        .bind("form", JsonColumn.of(table.form()))
        .bind("columns", JsonColumn.of(table.columns()))
        .bind("faults", JsonColumn.of(table.faults()))
        .bind("why", table.why());
  }

  @Override
  public List<DataTable> of(ConversationId conversation) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from data_table where conversation_id = :conversation
                order by conversation_id, number
                """)
            .bind("conversation", conversation.value())
            .map((row, _) -> table(row))
            .list());
  }

  @Override
  public Optional<DataTable> find(AccountId owner, TableId id) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select t.* from data_table t join conversation c on c.id = t.conversation_id
                where c.owner_id = :owner and c.removed_at is null and t.id = :id
                """)
            .bind("owner", owner.value())
            .bind("id", id.value())
            .map((row, _) -> table(row))
            .findOne());
  }

  @Override
  public boolean change(DataTable table) {
    return database.write(handle ->
        told(
                    handle.createUpdate(
                        """
                        update data_table set state = :state, row_count = :rows, form = :form,
                          columns = :columns, faults = :faults, why = :why
                        where id = :id
                        """),
                    table)
                .execute()
            > 0);
  }

  @Override
  public boolean remove(TableId id) {
    return database.write(
        handle -> handle.execute("delete from data_table where id = ?", id.value()) > 0);
  }

  @Override
  public List<DataTable> unfinished() {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from data_table where state in ('WAITING', 'LOADING') order by number")
            .map((row, _) -> table(row))
            .list());
  }

  @Override
  public Set<ConversationId> known(Set<ConversationId> conversations) {
    if (conversations.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        database.read(handle ->
            handle
                .createQuery(
                    """
                    select distinct conversation_id from data_table
                    where conversation_id in (<ids>)
                    """)
                .bindList("ids", conversations.stream().map(ConversationId::value).toList())
                .mapTo(UUID.class)
                .map(ConversationId::new)
                .list()));
  }

  private static DataTable table(ResultSet row) throws SQLException {
    return new DataTable(
        new TableId(Columns.id(row, "id")),
        row.getLong("number"),
        new ConversationId(Columns.id(row, "conversation_id")),
        new AttachmentId(Columns.id(row, "attachment_id")),
        row.getString("file"),
        row.getString("sheet"),
        row.getString("name"),
        TableState.valueOf(row.getString("state")),
        row.getLong("row_count"),
        JsonColumn.read(row.getString("form"), FORM),
        JsonColumn.read(row.getString("columns"), COLUMNS),
        JsonColumn.read(row.getString("faults"), FAULTS),
        row.getString("why"));
  }
}
