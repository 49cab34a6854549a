package org.colloquy.desktop.ui.people;

import java.util.List;

/// What the audit log takes down, in the server's words.
final class AuditActions {
  static final List<String> ALL =
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
}
