package org.colloquy.server.command;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.colloquy.model.Account;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Profile;
import org.colloquy.server.core.identity.AccountAdministration;
import org.colloquy.server.core.identity.AccountAdministration.Change;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.Invitations;
import org.colloquy.server.core.identity.Registration;
import org.colloquy.server.core.identity.ResetCodes;

/// `users ...`: who may be here.
public final class UserCommands {
  private static final String NAME = "NAME";
  private static final int USUAL_DAYS = 7;

  private final Owner owner;
  private final Accounts accounts;
  private final AccountAdministration administration;
  private final ResetCodes codes;
  private final Invitations invitations;

  public UserCommands(
      Owner owner,
      Accounts accounts,
      AccountAdministration administration,
      ResetCodes codes,
      Invitations invitations) {
    this.owner = owner;
    this.accounts = accounts;
    this.administration = administration;
    this.codes = codes;
    this.invitations = invitations;
  }

  Map<Command, Action> actions() {
    return Map.of(
        Command.USERS_LIST, this::list,
        Command.USERS_ADD, this::add,
        Command.USERS_INVITE, this::invite,
        Command.USERS_ROLE, this::role,
        Command.USERS_DISABLE, this::disable,
        Command.USERS_ENABLE, this::enable,
        Command.USERS_RESET, this::reset);
  }

  private void list(Given given, Consumer<String> say) {
    for (var account : administration.all(owner.caller())) {
      var state = account.disabled() ? "disabled" : "enabled";
      say.accept(
          String.join("\t", account.username(), word(account.role()), state, account.email()));
    }
  }

  private void add(Given given, Consumer<String> say) {
    var role = roleOf(given.get("role", "member"));
    var registration =
        new Registration(given.get(NAME), given.get("email"), given.get("password"), Profile.EMPTY);
    told(accounts.add(owner.caller(), registration, role), say);
  }

  private void invite(Given given, Consumer<String> say) {
    var role = roleOf(given.get("role", "member"));
    var made = invitations.make(owner.caller(), role, given.days(USUAL_DAYS));
    say.accept(made.code());
    say.accept(
        "With this code somebody can make an account of a %s once, until %s."
            .formatted(word(role), made.invitation().expiresAt().truncatedTo(ChronoUnit.MINUTES)));
  }

  private void role(Given given, Consumer<String> say) {
    change(given, new Change(roleOf(given.get("ROLE")), null), say);
  }

  private void disable(Given given, Consumer<String> say) {
    change(given, new Change(null, true), say);
  }

  private void enable(Given given, Consumer<String> say) {
    change(given, new Change(null, false), say);
  }

  private void change(Given given, Change change, Consumer<String> say) {
    var account = owner.named(given.get(NAME));
    told(administration.change(owner.caller(), account.id(), change), say);
  }

  private void reset(Given given, Consumer<String> say) {
    var account = owner.named(given.get(NAME));
    var made = codes.make(owner.caller(), account.id());
    say.accept(made.code());
    say.accept(
        "With this code %s can choose a new password once, until %s."
            .formatted(account.username(), made.goodUntil().truncatedTo(ChronoUnit.MINUTES)));
  }

  private static void told(Account account, Consumer<String> say) {
    say.accept(
        "%s is %s %s."
            .formatted(
                account.username(),
                account.disabled() ? "a disabled" : "an enabled",
                word(account.role())));
  }

  private static String word(AccountRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static AccountRole roleOf(String word) {
    return switch (word) {
      case "owner" -> AccountRole.OWNER;
      case "member" -> AccountRole.MEMBER;
      case "guest" -> AccountRole.GUEST;
      default ->
          throw new ProblemException(
              new Problem.Invalid("role", "It must be one of owner, member, guest."));
    };
  }
}
