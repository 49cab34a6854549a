package org.colloquy.server.api.app;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountRole;
import org.colloquy.server.api.app.AppJson.AccountJson;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Invitation;
import org.colloquy.server.core.identity.InvitationId;
import org.colloquy.server.core.identity.Invitations;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/invitations/...`: codes with which people make accounts of their own.
public final class InvitationRoutes {
  private final Invitations invitations;

  public InvitationRoutes(Invitations invitations) {
    this.invitations = invitations;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/invitations", Scope.ADMIN, this::list)
        .signedIn("POST", "/api/invitations", Scope.ADMIN, this::make)
        .signedIn("DELETE", "/api/invitations/{id}", Scope.ADMIN, this::remove)
        .open("POST", "/api/invitations/accept", this::accept);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(
        new InvitationsJson(invitations.all(caller).stream().map(InvitationJson::of).toList()));
  }

  private void make(Caller caller, Exchange exchange) {
    var body = exchange.body(InvitationBody.class);
    exchange.reply(
        201, MadeJson.of(invitations.make(caller, body.requiredRole(), body.requiredDays())));
  }

  private void remove(Caller caller, Exchange exchange) {
    invitations.remove(caller, new InvitationId(exchange.id("id", "invitation")));
    exchange.replyEmpty(204);
  }

  private void accept(Exchange exchange) {
    var body = exchange.body(AcceptBody.class);
    var account =
        invitations.accept(
            AppBodies.required(body.code, "code"),
            AppBodies.required(body.username, "username"),
            AppBodies.required(body.password, "password"),
            exchange.visitor());
    exchange.reply(201, AccountJson.of(account));
  }

  record InvitationBody(@Nullable String role, @Nullable Integer days) {
    AccountRole requiredRole() {
      return AppBodies.constant(AccountRole.values(), AppBodies.required(role, "role"), "role");
    }

    int requiredDays() {
      return AppBodies.required(days, "days");
    }
  }

  record AcceptBody(@Nullable String code, @Nullable String username, @Nullable String password) {
    /// Code and password stay out of logs.
    @Override
    public String toString() {
      return "AcceptBody";
    }
  }

  record InvitationsJson(List<InvitationJson> invitations) {}

  record InvitationJson(
      UUID id, String role, Instant createdAt, Instant expiresAt, @Nullable Instant usedAt) {
    static InvitationJson of(Invitation invitation) {
      return new InvitationJson(
          invitation.id().value(),
          AppJson.word(invitation.role()),
          invitation.createdAt(),
          invitation.expiresAt(),
          invitation.usedAt());
    }
  }

  record MadeJson(
      UUID id,
      String role,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant usedAt,
      String code) {
    static MadeJson of(Invitations.Made made) {
      var invitation = made.invitation();
      return new MadeJson(
          invitation.id().value(),
          AppJson.word(invitation.role()),
          invitation.createdAt(),
          invitation.expiresAt(),
          invitation.usedAt(),
          made.code());
    }

    /// The code stays out of logs.
    @Override
    public String toString() {
      return "MadeJson";
    }
  }
}
