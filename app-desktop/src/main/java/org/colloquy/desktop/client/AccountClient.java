package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What the desktop asks of a server about the account itself: what may leave, its data, the
/// programs that may use it, and what was done. Blocks and fails as [ApiClient] does.
public final class AccountClient {
  private final HttpCalls calls;

  public AccountClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// The name to sign in with.
  public String username() {
    return Wire.text(calls.get("/api/server").path("account"), "username");
  }

  /// Whether nothing may leave the server's machine.
  public boolean staysHere() {
    return calls.get("/api/privacy").path("staysHere").asBoolean();
  }

  /// Lets nothing leave the server's machine from now on, or everything again.
  public boolean staysHere(boolean stays) {
    var body = Wire.object().put("staysHere", stays);
    return calls.put("/api/privacy", body).path("staysHere").asBoolean();
  }

  /// Writes everything the account has into one file, which appears when it is whole.
  ///
  /// @return its size in bytes
  public long export(Path file) {
    return WholeFile.write(calls.open(calls.request("/api/export").GET()).body(), file);
  }

  /// Erases everything the account has.
  ///
  /// @param username the account's own, to be sure
  public Erased erase(String username) {
    var report = calls.post("/api/erasure", Wire.object().put("username", username));
    return new Erased(
        report.path("conversations").asInt(),
        report.path("messages").asInt(),
        report.path("files").asInt(),
        Wire.list(report, "copies", copy -> Wire.text(copy, "name")));
  }

  /// The programs that may use the account.
  public List<TokenEntry> tokens() {
    return Wire.list(calls.get("/api/tokens"), "tokens", AccountClient::token);
  }

  /// Lets a program use the account.
  ///
  /// @param days how long
  public NewToken addToken(String name, List<String> scopes, int days) {
    var body = Wire.object().put("name", name).put("days", days);
    scopes.forEach(body.putArray("scopes")::add);
    var added = calls.post("/api/tokens", body);
    return new NewToken(token(added), Wire.text(added, "token"));
  }

  public void removeToken(UUID id) {
    calls.delete("/api/tokens/" + id);
  }

  /// What asking models took and cost, what was used last first.
  ///
  /// @param by `day`, `model`, `key` or `conversation`
  /// @param first the first day, in UTC
  /// @param last the last day, in UTC
  public List<UsageEntry> usage(String by, LocalDate first, LocalDate last) {
    var path = "/api/usage?by=" + by + "&from=" + first + "&to=" + last;
    return Wire.list(calls.get(path), "sums", AccountClient::sum);
  }

  static UsageEntry sum(JsonNode node) {
    return new UsageEntry(
        Wire.textOrNull(node, "of"),
        Wire.text(node, "name"),
        node.path("calls").asLong(),
        node.path("input").asLong(),
        node.path("output").asLong(),
        node.path("cached").asLong(),
        node.path("cacheWritten").asLong(),
        node.path("reasoning").asLong(),
        node.path("estimated").asLong(),
        node.hasNonNull("cost") ? node.get("cost").asLong() : null,
        node.path("unpriced").asLong());
  }

  /// What was done, the last first.
  ///
  /// @param most how many entries
  public List<AuditEntry> audit(int most) {
    return Wire.list(calls.get("/api/audit?limit=" + most), "entries", AccountClient::entry);
  }

  /// Whether what was done is still written down as it was.
  public AuditCheck checkAudit() {
    var check = calls.get("/api/audit/check");
    return new AuditCheck(
        check.path("intact").asBoolean(),
        check.path("entries").asLong(),
        Wire.text(check, "head"),
        check.path("broken").asLong());
  }

  private static TokenEntry token(JsonNode node) {
    return new TokenEntry(
        Wire.id(node, "id"),
        Wire.text(node, "name"),
        Wire.list(node, "scopes", JsonNode::asText),
        Wire.text(node, "lastFour"),
        Wire.time(node, "expiresAt"));
  }

  static AuditEntry entry(JsonNode node) {
    return new AuditEntry(
        node.path("number").asLong(),
        Wire.time(node, "at"),
        Wire.idOrNull(node, "account"),
        Wire.text(node, "action"),
        Wire.text(node, "outcome"),
        Wire.text(node, "object"));
  }
}
