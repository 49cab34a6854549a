package org.colloquy.server.api.app;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.model.AccountId;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.usage.Days;
import org.colloquy.server.core.usage.UsageBy;
import org.colloquy.server.core.usage.UsageSum;
import org.colloquy.server.core.usage.Usages;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/usage/...`: what asking models took and cost.
public final class UsageRoutes {
  private final Usages usages;

  public UsageRoutes(Usages usages) {
    this.usages = usages;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/usage", Scope.ACCOUNT, this::sums)
        .signedIn("GET", "/api/usage/everybody", Scope.ADMIN, this::everybodys);
  }

  private void sums(Caller caller, Exchange exchange) {
    var by = by(exchange, UsageBy.DAY);
    exchange.reply(UsageJson.of(by, usages.sums(caller, by, days(exchange))));
  }

  private void everybodys(Caller caller, Exchange exchange) {
    var by = by(exchange, UsageBy.ACCOUNT);
    var only = exchange.query("account").map(id -> new AccountId(AppBodies.id(id, "account")));
    exchange.reply(
        UsageJson.of(by, usages.everybodys(caller, only.orElse(null), by, days(exchange))));
  }

  private static UsageBy by(Exchange exchange, UsageBy otherwise) {
    return exchange.query("by").map(UsageRoutes::by).orElse(otherwise);
  }

  private static Days days(Exchange exchange) {
    return new Days(day(exchange, "from", Days.ALL.first()), day(exchange, "to", Days.ALL.last()));
  }

  private static UsageBy by(String word) {
    return Stream.of(UsageBy.values())
        .filter(by -> AppJson.word(by).equals(word))
        .findFirst()
        .orElseThrow(() -> invalid("by", "This is not day, model, key, conversation or account."));
  }

  private static LocalDate day(Exchange exchange, String name, LocalDate otherwise) {
    return exchange.query(name).map(text -> parsed(name, text)).orElse(otherwise);
  }

  private static LocalDate parsed(String name, String text) {
    try {
      var day = LocalDate.parse(text);
      if (!day.isBefore(Days.ALL.first()) && !day.isAfter(Days.ALL.last())) {
        return day;
      }
    } catch (DateTimeException _) {
      // Told below, as a day that is out of reach.
    }
    throw invalid(name, "This is not a day such as 2026-03-01.");
  }

  private static ProblemException invalid(String field, String why) {
    return new ProblemException(new Problem.Invalid(field, why));
  }

  record UsageJson(String by, String currency, List<UsageSum> sums) {
    static UsageJson of(UsageBy by, List<UsageSum> sums) {
      return new UsageJson(AppJson.word(by), ModelPrice.CURRENCY, sums);
    }
  }
}
