package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.McpServerId;
import org.colloquy.server.core.mcp.McpServer;
import org.colloquy.server.core.mcp.McpServer.Place;
import org.colloquy.server.core.mcp.McpServerStore;
import org.jspecify.annotations.Nullable;

/// Keeps servers of tools.
public final class JdbiMcpServerStore implements McpServerStore {
  private static final Map<String, String> CONFLICTS = Map.of("mcp_server_name", "name");

  private final Database database;

  public JdbiMcpServerStore(Database database) {
    this.database = database;
  }

  @Override
  public void add(McpServer server) {
    Taken.checked(
        CONFLICTS,
        () ->
            database.write(handle ->
                handle
                    .createUpdate(
                        """
                        insert into mcp_server
                          (id, owner_id, name, command, address, allowed, switched_on, approved,
                            sealed, added_at)
                        values
                          (:id, :owner, :name, :command, :address, :allowed, :on, :approved,
                            :sealed, :addedAt)
                        """)
                    .bindMap(columns(server))
                    .execute()));
  }

  @Override
  public List<McpServer> of(AccountId owner) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from mcp_server where owner_id = :owner order by owner_id, number")
            .bind("owner", owner.value())
            .map((row, _) -> server(row))
            .list());
  }

  @Override
  public List<McpServer> on() {
    return database.read(handle ->
        handle
            .createQuery("select * from mcp_server where switched_on order by number")
            .map((row, _) -> server(row))
            .list());
  }

  @Override
  public Optional<McpServer> find(AccountId owner, McpServerId id) {
    return of(owner).stream().filter(server -> server.id().equals(id)).findFirst();
  }

  @Override
  public boolean change(AccountId owner, McpServerId id, boolean on, @Nullable String approved) {
    return database.write(handle ->
        handle
                .createUpdate(
                    """
                    update mcp_server set switched_on = :on, approved = :approved
                    where id = :id and owner_id = :owner
                    """)
                .bind("on", on)
                .bind("approved", approved)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .execute()
            > 0);
  }

  @Override
  public boolean remove(AccountId owner, McpServerId id) {
    return database.write(handle ->
        handle.execute(
                "delete from mcp_server where id = ? and owner_id = ?", id.value(), owner.value())
            > 0);
  }

  private static Map<String, @Nullable Object> columns(McpServer server) {
    var columns = new HashMap<String, @Nullable Object>();
    columns.put("id", server.id().value());
    columns.put("owner", server.owner().value());
    columns.put("name", server.name());
    columns.put(
        "command",
        server.place() instanceof Place.Command(var words) ? String.join("\n", words) : null);
    columns.put("address", server.place() instanceof Place.Address at ? at.url() : null);
    columns.put("allowed", server.place() instanceof Place.Address at && at.allowedInside());
    columns.put("on", server.on());
    columns.put("approved", server.approved());
    columns.put("sealed", server.sealed());
    columns.put("addedAt", Columns.column(server.addedAt()));
    return columns;
  }

  private static McpServer server(ResultSet row) throws SQLException {
    var address = row.getString("address");
    var command = row.getString("command");
    Place place =
        address == null
            ? new Place.Command(List.of(command.split("\n", -1)))
            : new Place.Address(address, row.getBoolean("allowed"));
    return new McpServer(
        new McpServerId(Columns.id(row, "id")),
        new AccountId(Columns.id(row, "owner_id")),
        row.getString("name"),
        place,
        row.getBoolean("switched_on"),
        row.getString("approved"),
        row.getString("sealed"),
        Columns.time(row, "added_at"));
  }
}
