package org.colloquy.desktop.ui.parts;

import java.util.List;
import org.colloquy.desktop.text.Text;

/// What the audit log takes down.
public final class AuditActions {
  /// All of it, in the server's words.
  public static final List<String> ALL =
      List.of(
          "sign-in",
          "sign-out",
          "refresh-reused",
          "password-changed",
          "reset-code-made",
          "invitation-made",
          "invitation-used",
          "invitation-removed",
          "account-made",
          "role-changed",
          "account-disabled",
          "account-enabled",
          "account-removed",
          "group-made",
          "group-changed",
          "group-removed",
          "group-joined",
          "group-left",
          "quota-changed",
          "token-made",
          "token-revoked",
          "key-added",
          "key-changed",
          "key-shared",
          "key-removed",
          "provider-added",
          "provider-removed",
          "secrets-rekeyed",
          "mcp-server-added",
          "mcp-server-removed",
          "mcp-tools-approved",
          "tool-allowed",
          "tool-refused",
          "stays-here-changed",
          "sharing-changed",
          "exported",
          "erased",
          "conversation-removed",
          "conversation-shared",
          "conversation-unshared",
          "retention-run");

  private AuditActions() {}

  /// An action for people; one of a newer server as that calls it.
  public static String words(String action) {
    return ALL.contains(action) ? Text.of("audit." + action) : action.replace('-', ' ');
  }
}
