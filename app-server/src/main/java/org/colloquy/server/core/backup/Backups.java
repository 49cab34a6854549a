package org.colloquy.server.core.backup;

import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.audit.AuditCheck;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;

/// Keeps what is here safe, for who runs this Colloquy.
public final class Backups {
  private final BackupWriter writer;
  private final FileContents contents;
  private final AuditLog audit;

  public Backups(BackupWriter writer, FileContents contents, AuditLog audit) {
    this.writer = writer;
    this.contents = contents;
    this.audit = audit;
  }

  /// What a look through everything found.
  public record Verification(FileContents.Check files, AuditCheck audit) {
    /// Whether all of it is as it was kept.
    public boolean inOrder() {
      return files.inOrder() && audit.intact();
    }
  }

  /// Writes everything into one file.
  ///
  /// @param file its path on this computer
  /// @return its length in bytes
  public long write(Caller caller, String file) {
    caller.require(Scope.ADMIN);
    caller.requirePerson();
    audit.note(caller.did(Action.EXPORTED, "backup"));
    return writer.write(file);
  }

  /// Looks whether every file that is attached to something is there and is what it was, and
  /// whether nobody changed the audit log.
  public Verification verify(Caller caller) {
    caller.require(Scope.ADMIN);
    return new Verification(contents.check(), audit.check());
  }
}
