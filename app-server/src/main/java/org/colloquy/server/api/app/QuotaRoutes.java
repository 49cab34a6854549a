package org.colloquy.server.api.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.quota.Quota;
import org.colloquy.server.core.quota.QuotaHolder;
import org.colloquy.server.core.quota.QuotaLimits;
import org.colloquy.server.core.quota.Quotas;
import org.colloquy.server.core.quota.Standing;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/quotas`: how much accounts and groups may ask of models.
public final class QuotaRoutes {
  private final Quotas quotas;

  public QuotaRoutes(Quotas quotas) {
    this.quotas = quotas;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/quotas", Scope.ADMIN, this::list)
        .signedIn("PUT", "/api/quotas", Scope.ADMIN, this::put)
        .signedIn("GET", "/api/quotas/mine", Scope.READ, this::mine);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(QuotasJson.of(quotas.all(caller)));
  }

  private void mine(Caller caller, Exchange exchange) {
    exchange.reply(QuotasJson.of(quotas.mine(caller)));
  }

  private void put(Caller caller, Exchange exchange) {
    exchange.reply(QuotaJson.of(quotas.put(caller, exchange.body(QuotaBody.class).quota())));
  }

  record QuotaBody(
      @Nullable OfBody of,
      @Nullable Long tokensPerDay,
      @Nullable Long tokensPerMonth,
      @Nullable Long costPerDay,
      @Nullable Long costPerMonth) {
    Quota quota() {
      return new Quota(
          AppBodies.required(of, "of").holder(),
          new QuotaLimits(tokensPerDay, tokensPerMonth, costPerDay, costPerMonth));
    }
  }

  record OfBody(@Nullable String account, @Nullable String group, @Nullable Boolean everybody) {
    QuotaHolder holder() {
      if (account != null && group == null && everybody == null) {
        return new QuotaHolder.One(new AccountId(AppBodies.id(account, "account")));
      }
      if (group != null && account == null && everybody == null) {
        return new QuotaHolder.Group(new GroupId(AppBodies.id(group, "group")));
      }
      if (Boolean.TRUE.equals(everybody) && account == null && group == null) {
        return new QuotaHolder.Everybody();
      }
      throw new ProblemException(
          new Problem.Invalid("of", "It must be one of account, group and everybody."));
    }
  }

  record QuotasJson(String currency, List<QuotaJson> quotas) {
    static QuotasJson of(List<Standing> standings) {
      return new QuotasJson(ModelPrice.CURRENCY, standings.stream().map(QuotaJson::of).toList());
    }
  }

  record QuotaJson(
      OfJson of,
      @Nullable Long tokensPerDay,
      @Nullable Long tokensPerMonth,
      @Nullable Long costPerDay,
      @Nullable Long costPerMonth,
      Standing.Used used,
      Standing.Reserved reserved) {
    static QuotaJson of(Standing standing) {
      var most = standing.quota().most();
      return new QuotaJson(
          OfJson.of(standing.quota().of()),
          most.tokensPerDay(),
          most.tokensPerMonth(),
          most.costPerDay(),
          most.costPerMonth(),
          standing.used(),
          standing.reserved());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfJson(@Nullable UUID account, @Nullable UUID group, @Nullable Boolean everybody) {
    static OfJson of(QuotaHolder holder) {
      return switch (holder) {
        case QuotaHolder.One(var account) -> new OfJson(account.value(), null, null);
        case QuotaHolder.Group(var group) -> new OfJson(null, group.value(), null);
        case QuotaHolder.Everybody() -> new OfJson(null, null, true);
      };
    }
  }
}
