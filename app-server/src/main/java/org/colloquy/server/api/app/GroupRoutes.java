package org.colloquy.server.api.app;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.group.Group;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.group.Groups;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/groups/...`: accounts that belong together.
public final class GroupRoutes {
  private static final String MEMBER = "/api/groups/{id}/members/{account}";

  private final Groups groups;

  public GroupRoutes(Groups groups) {
    this.groups = groups;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/groups", Scope.ADMIN, this::list)
        .signedIn("POST", "/api/groups", Scope.ADMIN, this::create)
        .signedIn("PATCH", "/api/groups/{id}", Scope.ADMIN, this::rename)
        .signedIn("DELETE", "/api/groups/{id}", Scope.ADMIN, this::remove)
        .signedIn("PUT", MEMBER, Scope.ADMIN, this::join)
        .signedIn("DELETE", MEMBER, Scope.ADMIN, this::leave);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(new GroupsJson(groups.all(caller).stream().map(GroupJson::of).toList()));
  }

  private void create(Caller caller, Exchange exchange) {
    exchange.reply(201, GroupJson.of(groups.create(caller, name(exchange))));
  }

  private void rename(Caller caller, Exchange exchange) {
    exchange.reply(GroupJson.of(groups.rename(caller, id(exchange), name(exchange))));
  }

  private void remove(Caller caller, Exchange exchange) {
    groups.remove(caller, id(exchange));
    exchange.replyEmpty(204);
  }

  private void join(Caller caller, Exchange exchange) {
    exchange.reply(GroupJson.of(groups.join(caller, id(exchange), member(exchange))));
  }

  private void leave(Caller caller, Exchange exchange) {
    groups.leave(caller, id(exchange), member(exchange));
    exchange.replyEmpty(204);
  }

  private static GroupId id(Exchange exchange) {
    return new GroupId(exchange.id("id", "group"));
  }

  private static AccountId member(Exchange exchange) {
    return new AccountId(exchange.id("account", "account"));
  }

  private static String name(Exchange exchange) {
    return AppBodies.required(exchange.body(GroupBody.class).name, "name");
  }

  record GroupBody(@Nullable String name) {}

  record GroupsJson(List<GroupJson> groups) {}

  record GroupJson(UUID id, String name, List<UUID> members, Instant createdAt) {
    static GroupJson of(Group group) {
      return new GroupJson(
          group.id().value(),
          group.name(),
          group.members().stream().map(AccountId::value).toList(),
          group.createdAt());
    }
  }
}
