package org.colloquy.server.command;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.group.Groups;
import org.colloquy.server.core.identity.AccountAdministration;
import org.colloquy.server.core.quota.Quota;
import org.colloquy.server.core.quota.QuotaHolder;
import org.colloquy.server.core.quota.QuotaLimits;
import org.colloquy.server.core.quota.Quotas;
import org.colloquy.server.core.quota.Standing;
import org.jspecify.annotations.Nullable;

/// `quotas ...`: how much accounts and groups may ask of models.
public final class QuotaCommands {
  private static final long MILLION = 1_000_000;
  private static final int DIGITS = 6;
  private static final QuotaLimits NONE = new QuotaLimits(null, null, null, null);

  private final Owner owner;
  private final Quotas quotas;
  private final Groups groups;
  private final AccountAdministration administration;

  public QuotaCommands(
      Owner owner, Quotas quotas, Groups groups, AccountAdministration administration) {
    this.owner = owner;
    this.quotas = quotas;
    this.groups = groups;
    this.administration = administration;
  }

  Map<Command, Action> actions() {
    return Map.of(
        Command.QUOTAS_LIST, this::list,
        Command.QUOTAS_SET, this::set,
        Command.QUOTAS_REMOVE, this::remove);
  }

  private void list(Given given, Consumer<String> say) {
    var names = new HashMap<QuotaHolder, String>();
    for (var account : administration.all(owner.caller())) {
      names.put(new QuotaHolder.One(account.id()), "user " + account.username());
    }
    for (var group : groups.all(owner.caller())) {
      names.put(new QuotaHolder.Group(group.id()), "group " + group.name());
    }
    for (var standing : quotas.all(owner.caller())) {
      var of = standing.quota().of();
      say.accept(line(names.getOrDefault(of, "everybody"), standing));
    }
  }

  private static String line(String of, Standing standing) {
    var most = standing.quota().most();
    var used = standing.used();
    return String.join(
        "\t",
        of,
        "tokens today " + used.tokensToday() + " of " + tokens(most.tokensPerDay()),
        "this month " + used.tokensThisMonth() + " of " + tokens(most.tokensPerMonth()),
        "dollars today " + dollars(used.costToday()) + " of " + dollars(most.costPerDay()),
        "this month " + dollars(used.costThisMonth()) + " of " + dollars(most.costPerMonth()));
  }

  private static String tokens(@Nullable Long most) {
    return most == null ? "any" : most.toString();
  }

  private static String dollars(@Nullable Long millionths) {
    return millionths == null
        ? "any"
        : String.format(Locale.ROOT, "%d.%06d", millionths / MILLION, millionths % MILLION);
  }

  private void set(Given given, Consumer<String> say) {
    var most =
        new QuotaLimits(
            whole(given, "tokens-per-day"),
            whole(given, "tokens-per-month"),
            money(given, "cost-per-day"),
            money(given, "cost-per-month"));
    if (most.isEmpty()) {
      throw new ProblemException(
          new Problem.Invalid("quota", "Say at least one limit, or use quotas remove."));
    }
    quotas.put(owner.caller(), new Quota(holder(given), most));
    say.accept("It counts from the next question on.");
  }

  private void remove(Given given, Consumer<String> say) {
    quotas.put(owner.caller(), new Quota(holder(given), NONE));
    say.accept("It counts no more.");
  }

  private QuotaHolder holder(Given given) {
    if (given.has("user") && given.has("group")) {
      throw new ProblemException(
          new Problem.Invalid("group", "A quota is of a user or of a group, not of both."));
    }
    if (given.has("user")) {
      return new QuotaHolder.One(owner.named(given.get("user")).id());
    }
    return given.has("group")
        ? new QuotaHolder.Group(groups.named(owner.caller(), given.get("group")).id())
        : new QuotaHolder.Everybody();
  }

  private static @Nullable Long whole(Given given, String option) {
    if (!given.has(option)) {
      return null;
    }
    var text = given.get(option);
    if (!text.matches("[0-9]{1,18}")) {
      throw new ProblemException(new Problem.Invalid(option, "This must be a number of tokens."));
    }
    return Long.valueOf(text);
  }

  private static @Nullable Long money(Given given, String option) {
    if (!given.has(option)) {
      return null;
    }
    var text = given.get(option);
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
      throw new ProblemException(
          new Problem.Invalid(option, "This must be a number of dollars, such as 2.50."));
    }
    int point = text.indexOf('.');
    var whole = point < 0 ? text : text.substring(0, point);
    var part = point < 0 ? "" : text.substring(point + 1);
    return Long.parseLong(whole) * MILLION + Long.parseLong((part + "000000").substring(0, DIGITS));
  }
}
