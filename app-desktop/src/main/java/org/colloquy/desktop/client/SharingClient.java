package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Fingerprint;
import org.jspecify.annotations.Nullable;

/// What the desktop asks of a server to share it on its network, and to invite people. Only owners
/// may. Blocks and fails as [ApiClient] does.
public final class SharingClient {
  private static final String SHARING = "/api/sharing";
  private static final String INVITATIONS = "/api/invitations";

  private final HttpCalls calls;

  public SharingClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// How the server is shared now.
  public Sharing sharing() {
    return sharing(calls.get(SHARING));
  }

  /// Lets others on the network in, or nobody any more.
  public Sharing turn(boolean on) {
    return change(Wire.object().put("on", on));
  }

  /// Announces the server on the network while it is shared, or does not.
  public Sharing announce(boolean announced) {
    return change(Wire.object().put("announced", announced));
  }

  /// Gives it this name on the network.
  public Sharing call(String name) {
    return change(Wire.object().put("name", name));
  }

  private Sharing change(ObjectNode wish) {
    return sharing(calls.patch(SHARING, wish));
  }

  /// Who was invited, used or not, newest first.
  public List<InvitationEntry> invitations() {
    return Wire.list(calls.get(INVITATIONS), "invitations", SharingClient::invitation);
  }

  /// Invites somebody to make an account.
  ///
  /// @param days how long, 1 to 30
  public NewInvitation invite(AccountRole role, int days) {
    var wish = Wire.object().put("role", role.name().toLowerCase(Locale.ROOT)).put("days", days);
    var made = calls.post(INVITATIONS, wish);
    return new NewInvitation(invitation(made), Wire.text(made, "code"));
  }

  /// Takes an invitation back.
  public void withdraw(UUID invitation) {
    calls.delete(INVITATIONS + "/" + invitation);
  }

  private static Sharing sharing(JsonNode node) {
    return new Sharing(
        node.path("on").asBoolean(),
        node.path("announced").asBoolean(),
        Wire.text(node, "name"),
        Wire.list(node, "addresses", each -> address(each.asText())),
        fingerprint(Wire.textOrNull(node, "fingerprint")));
  }

  private static URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new Unreachable("the answer has a broken address", e);
    }
  }

  private static @Nullable Fingerprint fingerprint(@Nullable String text) {
    return text == null
        ? null
        : Fingerprint.read(text)
            .orElseThrow(() -> new Unreachable("the answer has a broken fingerprint"));
  }

  private static InvitationEntry invitation(JsonNode node) {
    return new InvitationEntry(
        Wire.id(node, "id"),
        Wire.constant(AccountRole.class, Wire.text(node, "role"), AccountRole.GUEST),
        Wire.time(node, "expiresAt"),
        node.hasNonNull("usedAt") ? Wire.time(node, "usedAt") : null);
  }
}
