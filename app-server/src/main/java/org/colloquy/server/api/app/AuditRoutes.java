package org.colloquy.server.api.app;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.colloquy.model.AccountId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.audit.AuditCheck;
import org.colloquy.server.core.audit.AuditEntry;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditFilter;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.review.AuditReview;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/audit`: what was done with accounts, keys and data.
public final class AuditRoutes {
  private static final int MOST = 1_000;

  private final AuditReview log;

  public AuditRoutes(AuditReview log) {
    this.log = log;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/audit", Scope.ACCOUNT, this::list)
        .signedIn("GET", "/api/audit/check", Scope.ADMIN, this::check);
  }

  private void list(Caller caller, Exchange exchange) {
    long before = Limits.before(exchange);
    var found = log.visible(caller, wanted(exchange), before, Math.min(Limits.of(exchange), MOST));
    exchange.reply(new EntriesJson(found.stream().map(EntryJson::of).toList()));
  }

  private static AuditFilter wanted(Exchange exchange) {
    var account = exchange.query("account").map(id -> new AccountId(AppBodies.id(id, "account")));
    var action = exchange.query("action").map(AuditRoutes::action);
    return new AuditFilter(account.orElse(null), action.orElse(null));
  }

  private static Action action(String word) {
    return Stream.of(Action.values())
        .filter(action -> AppJson.word(action).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                new Problem.Invalid("action", "The audit log has no such action.")));
  }

  private void check(Caller caller, Exchange exchange) {
    exchange.reply(CheckJson.of(log.check(caller)));
  }

  record EntriesJson(List<EntryJson> entries) {}

  record EntryJson(
      long number,
      Instant at,
      @Nullable UUID account,
      String action,
      String outcome,
      String object,
      String address) {
    static EntryJson of(AuditEntry entry) {
      var account = entry.account();
      return new EntryJson(
          entry.number(),
          entry.at(),
          account == null ? null : account.value(),
          AppJson.word(entry.action()),
          AppJson.word(entry.outcome()),
          entry.object(),
          entry.address());
    }
  }

  record CheckJson(boolean intact, long entries, String head, @Nullable Long broken) {
    static CheckJson of(AuditCheck check) {
      var head = check.head();
      return new CheckJson(check.intact(), head.number(), head.hash(), check.broken());
    }
  }
}
