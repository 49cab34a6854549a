package org.colloquy.server.core.mcp;

import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.McpServerId;
import org.jspecify.annotations.Nullable;

/// Keeps servers of tools. Names are unique within an account.
public interface McpServerStore {
  /// Adds one.
  ///
  /// @throws org.colloquy.model.ProblemException Conflict about the `name` when there is one of it
  void add(McpServer server);

  /// All of an account, oldest first.
  List<McpServer> of(AccountId owner);

  /// All that are on, of all accounts.
  List<McpServer> on();

  Optional<McpServer> find(AccountId owner, McpServerId id);

  /// Says whether it is on, and which of its tools were approved; false when it is not there.
  boolean change(AccountId owner, McpServerId id, boolean on, @Nullable String approved);

  /// Removes it; false when it is not there.
  boolean remove(AccountId owner, McpServerId id);
}
