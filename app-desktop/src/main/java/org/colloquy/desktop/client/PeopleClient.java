package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.colloquy.model.AccountRole;

/// What the desktop asks of a server about everybody's accounts. Only owners may. Blocks and fails
/// as [ApiClient] does.
public final class PeopleClient {
  private final HttpCalls calls;

  public PeopleClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// Everybody's, the oldest first.
  public List<AccountEntry> accounts() {
    return Wire.list(calls.get("/api/accounts"), "accounts", PeopleClient::account);
  }

  /// Shuts somebody out, at once.
  public AccountEntry shutOut(UUID account) {
    return change(account, Wire.object().put("disabled", true));
  }

  /// Lets somebody in who was shut out.
  public AccountEntry letIn(UUID account) {
    return change(account, Wire.object().put("disabled", false));
  }

  /// Lets somebody do what this role may.
  public AccountEntry make(UUID account, AccountRole role) {
    return change(account, Wire.object().put("role", role.name().toLowerCase(Locale.ROOT)));
  }

  private AccountEntry change(UUID account, ObjectNode wish) {
    return account(calls.patch("/api/accounts/" + account, wish));
  }

  private static AccountEntry account(JsonNode node) {
    return new AccountEntry(
        Wire.id(node, "id"),
        Wire.text(node, "username"),
        Wire.constant(AccountRole.class, Wire.text(node, "role"), AccountRole.GUEST),
        node.path("disabled").asBoolean(),
        Wire.time(node, "joinedAt"));
  }
}
