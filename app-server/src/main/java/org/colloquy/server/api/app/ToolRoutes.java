package org.colloquy.server.api.app;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ToolPolicyId;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.policy.ToolPolicies;
import org.colloquy.server.core.policy.ToolPolicy;
import org.colloquy.server.core.turn.Permissions;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/tools/...`: what models may call, and what was decided about it.
public final class ToolRoutes {
  private final Permissions permissions;
  private final ToolPolicies policies;

  public ToolRoutes(Permissions permissions, ToolPolicies policies) {
    this.permissions = permissions;
    this.policies = policies;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/tools", Scope.READ, this::list)
        .signedIn("GET", "/api/tools/policies", Scope.READ, this::listPolicies)
        .signedIn("DELETE", "/api/tools/policies/{id}", Scope.WRITE, this::remove);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(new ToolsJson(permissions.all(caller).stream().map(ToolJson::of).toList()));
  }

  private void listPolicies(Caller caller, Exchange exchange) {
    exchange.reply(new PoliciesJson(policies.all(caller).stream().map(PolicyJson::of).toList()));
  }

  private void remove(Caller caller, Exchange exchange) {
    policies.remove(caller, new ToolPolicyId(exchange.id("id", "policy")));
    exchange.replyEmpty(204);
  }

  record ToolsJson(List<ToolJson> tools) {}

  record ToolJson(
      String name,
      String description,
      String source,
      boolean hasEffects,
      String sends,
      boolean bringsStrangersWords,
      String policy) {
    static ToolJson of(Permissions.Ruled ruled) {
      var tool = ruled.listed().tool();
      return new ToolJson(
          tool.name(),
          tool.description(),
          ruled.listed().source(),
          tool.hasEffects(),
          AppJson.word(tool.sends()),
          tool.bringsStrangersWords(),
          AppJson.word(ruled.rule()));
    }
  }

  record PoliciesJson(List<PolicyJson> policies) {}

  /// @param agent null when it is about all agents
  record PolicyJson(UUID id, String tool, @Nullable Long agent, String policy, Instant setAt) {
    static PolicyJson of(ToolPolicy policy) {
      return new PolicyJson(
          policy.id().value(),
          policy.tool(),
          policy.agent(),
          AppJson.word(policy.verdict()),
          policy.setAt());
    }
  }
}
