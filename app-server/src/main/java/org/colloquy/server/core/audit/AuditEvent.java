package org.colloquy.server.core.audit;

import org.colloquy.model.AccountId;
import org.jspecify.annotations.Nullable;

/// Something that was done, to be written into the audit log. It names things by their ids and
/// never holds a word of a conversation, nor a secret.
///
/// @param account who did it, or tried to; null when nobody is known
/// @param object what it was done to: an id, or a word of this program, never a name or what
///   somebody typed, because what is in the log is never removed; may be empty
/// @param address the IP address it came from; empty for this program itself
public record AuditEvent(
    Action action, Outcome outcome, @Nullable AccountId account, String object, String address) {
  /// What was done.
  public enum Action {
    SIGN_IN,
    SIGN_OUT,
    /// A refresh token was used twice, and the sign-in it belongs to ended.
    REFRESH_REUSED,
    PASSWORD_CHANGED,
    RESET_CODE_MADE,
    INVITATION_MADE,
    INVITATION_USED,
    INVITATION_REMOVED,
    ACCOUNT_MADE,
    ROLE_CHANGED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    ACCOUNT_REMOVED,
    GROUP_MADE,
    GROUP_CHANGED,
    GROUP_REMOVED,
    GROUP_JOINED,
    GROUP_LEFT,
    QUOTA_CHANGED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    KEY_ADDED,
    KEY_CHANGED,
    KEY_SHARED,
    KEY_REMOVED,
    PROVIDER_ADDED,
    PROVIDER_REMOVED,
    SECRETS_REKEYED,
    MCP_SERVER_ADDED,
    MCP_SERVER_REMOVED,
    MCP_TOOLS_APPROVED,
    TOOL_ALLOWED,
    TOOL_REFUSED,
    STAYS_HERE_CHANGED,
    SHARING_CHANGED,
    EXPORTED,
    ERASED,
    CONVERSATION_REMOVED,
    CONVERSATION_SHARED,
    CONVERSATION_UNSHARED,
    RETENTION_RUN
  }

  /// What became of it.
  public enum Outcome {
    DONE,
    REFUSED
  }

  /// Something that was done.
  public static AuditEvent done(
      Action action, @Nullable AccountId account, Object object, String address) {
    return new AuditEvent(action, Outcome.DONE, account, object.toString(), address);
  }
}
