package org.colloquy.server.api.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.server.core.identity.ResetCodes;
import org.colloquy.server.core.identity.Session;
import org.colloquy.server.core.identity.SessionId;
import org.colloquy.server.core.identity.Sessions;
import org.jspecify.annotations.Nullable;

/// What is taken and sent about sessions and codes for a new password. Secrets stay out of logs.
final class SessionJson {
  private SessionJson() {}

  record PasswordBody(@Nullable String name, @Nullable String password) {
    String requiredName() {
      return AppBodies.required(name, "name");
    }

    String requiredPassword() {
      return AppBodies.required(password, "password");
    }

    @Override
    public String toString() {
      return "PasswordBody";
    }
  }

  record RefreshBody(@Nullable String refresh) {
    String requiredRefresh() {
      return AppBodies.required(refresh, "refresh");
    }

    @Override
    public String toString() {
      return "RefreshBody";
    }
  }

  record NewPasswordBody(@Nullable String name, @Nullable String code, @Nullable String password) {
    String requiredName() {
      return AppBodies.required(name, "name");
    }

    String requiredCode() {
      return AppBodies.required(code, "code");
    }

    String requiredPassword() {
      return AppBodies.required(password, "password");
    }

    @Override
    public String toString() {
      return "NewPasswordBody";
    }
  }

  /// @param expiresIn how long the access token is good, in seconds
  record TokensJson(String access, String refresh, long expiresIn) {
    static TokensJson of(Sessions.Tokens tokens, Duration access) {
      return new TokensJson(tokens.access(), tokens.refresh(), access.toSeconds());
    }

    @Override
    public String toString() {
      return "TokensJson";
    }
  }

  record ResetCodeJson(String code, Instant goodUntil) {
    static ResetCodeJson of(ResetCodes.ResetCode made) {
      return new ResetCodeJson(made.code(), made.goodUntil());
    }

    @Override
    public String toString() {
      return "ResetCodeJson";
    }
  }

  record SessionsJson(List<OneSessionJson> sessions) {
    static SessionsJson of(List<Session.InUse> sessions, @Nullable SessionId current) {
      return new SessionsJson(
          sessions.stream().map(session -> OneSessionJson.of(session, current)).toList());
    }
  }

  /// @param current whether the request belongs to it
  record OneSessionJson(
      UUID id,
      String client,
      String address,
      String api,
      Instant startedAt,
      Instant lastUsedAt,
      boolean current) {
    static OneSessionJson of(Session.InUse inUse, @Nullable SessionId current) {
      var session = inUse.session();
      return new OneSessionJson(
          session.id().value(),
          session.from().client(),
          session.from().address(),
          session.api(),
          session.startedAt(),
          inUse.lastUsedAt(),
          session.id().equals(current));
    }
  }
}
