package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.AccountRole;
import org.colloquy.model.KeyId;
import org.jspecify.annotations.Nullable;

/// What the desktop asks of a server about everybody's accounts: who they are, which belong
/// together, how much they may ask of models. Only owners may. Blocks and fails as [ApiClient]
/// does.
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

  /// Makes a code with which somebody may choose a new password, once.
  public ResetCode resetCode(UUID account) {
    var made = calls.post("/api/accounts/" + account + "/reset-code", Wire.object());
    return new ResetCode(Wire.text(made, "code"), Wire.time(made, "goodUntil"));
  }

  /// Removes an account with everything it had, for good.
  public void remove(UUID account) {
    calls.delete("/api/accounts/" + account);
  }

  /// All groups, the oldest first.
  public List<GroupEntry> groups() {
    return Wire.list(calls.get("/api/groups"), "groups", PeopleClient::group);
  }

  /// Makes a group without members.
  public GroupEntry addGroup(String name) {
    return group(calls.post("/api/groups", Wire.object().put("name", name)));
  }

  /// Gives a group another name.
  public GroupEntry rename(UUID group, String name) {
    return group(calls.patch("/api/groups/" + group, Wire.object().put("name", name)));
  }

  /// Removes a group with its quota. Its members stay.
  public void removeGroup(UUID group) {
    calls.delete("/api/groups/" + group);
  }

  /// Makes somebody a member.
  public void join(UUID group, UUID account) {
    calls.put("/api/groups/" + group + "/members/" + account, Wire.object());
  }

  /// Lets a member go.
  public void leave(UUID group, UUID account) {
    calls.delete("/api/groups/" + group + "/members/" + account);
  }

  /// All quotas: everybody's first, then those of accounts and of groups.
  public List<QuotaEntry> quotas() {
    return Wire.list(calls.get("/api/quotas"), "quotas", PeopleClient::quota);
  }

  /// Sets a quota; one without any limit is removed.
  ///
  /// @param most in tokens or in millionths of a US dollar; what is not in it has no end
  public void limit(QuotaHolder of, Map<QuotaMeasure, Long> most) {
    var body = Wire.object();
    var holder = body.putObject("of");
    switch (of) {
      case QuotaHolder.Everybody() -> holder.put("everybody", true);
      case QuotaHolder.Person(var account) -> holder.put("account", account.toString());
      case QuotaHolder.Group(var group) -> holder.put("group", group.toString());
    }
    most.forEach((measure, number) -> body.put(measure.most(), number));
    calls.put("/api/quotas", body);
  }

  /// What asking models took and cost, what was used last first.
  ///
  /// @param account whose; null for everybody's
  /// @param by `account`, `day` or `model`
  /// @param first the first day, in UTC
  /// @param last the last day, in UTC
  public List<UsageEntry> usage(
      @Nullable UUID account, String by, LocalDate first, LocalDate last) {
    var path = "/api/usage/everybody?by=" + by + "&from=" + first + "&to=" + last;
    var only = account == null ? "" : "&account=" + account;
    return Wire.list(calls.get(path + only), "sums", AccountClient::sum);
  }

  /// All keys that owners share, the oldest first.
  public List<SharedKeyEntry> sharedKeys() {
    return Wire.list(calls.get("/api/keys/shared"), "keys", PeopleClient::sharedKey);
  }

  /// Shares a key of one's own, or takes it back.
  public void share(KeyId key, KeySharing sharing) {
    var body = Wire.object().put("shared", sharing.shared());
    if (sharing.group() != null) {
      body.put("group", sharing.group().toString());
    }
    calls.patch("/api/keys/" + key, body);
  }

  /// What was done, the last first.
  ///
  /// @param account by whom; null for everybody
  /// @param action what, in the server's words; empty for everything
  /// @param before only entries with a smaller number
  /// @param most how many entries
  public List<AuditEntry> audit(@Nullable UUID account, String action, long before, int most) {
    var path = "/api/audit?limit=" + most + "&before=" + before;
    var only = account == null ? "" : "&account=" + account;
    var done = action.isEmpty() ? "" : "&action=" + action;
    return Wire.list(calls.get(path + only + done), "entries", AccountClient::entry);
  }

  private static SharedKeyEntry sharedKey(JsonNode node) {
    return new SharedKeyEntry(
        new KeyId(Wire.id(node, "id")),
        Wire.id(node, "account"),
        Wire.text(node, "provider"),
        new KeySharing(true, Wire.idOrNull(node, "group")));
  }

  private static GroupEntry group(JsonNode node) {
    return new GroupEntry(
        Wire.id(node, "id"),
        Wire.text(node, "name"),
        Wire.list(node, "members", member -> Wire.uuid(member.asText())));
  }

  private static QuotaEntry quota(JsonNode node) {
    var limits = new EnumMap<QuotaMeasure, QuotaEntry.Limit>(QuotaMeasure.class);
    for (var measure : QuotaMeasure.values()) {
      var most = Wire.numberOrNull(node, measure.most());
      if (most != null) {
        limits.put(
            measure,
            new QuotaEntry.Limit(
                most,
                node.path("used").path(measure.used()).asLong(),
                node.path("reserved").path(measure.reserved()).asLong()));
      }
    }
    return new QuotaEntry(holder(node.path("of")), limits);
  }

  private static QuotaHolder holder(JsonNode of) {
    if (of.has("account")) {
      return new QuotaHolder.Person(Wire.id(of, "account"));
    }
    return of.has("group")
        ? new QuotaHolder.Group(Wire.id(of, "group"))
        : new QuotaHolder.Everybody();
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
