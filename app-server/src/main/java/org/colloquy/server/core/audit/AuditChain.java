package org.colloquy.server.core.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.colloquy.server.core.Sha256;

/// Links entries of the audit log, so that none can be changed, taken away or moved without all
/// later ones telling.
final class AuditChain {
  private AuditChain() {}

  /// The entry for an event after this end of the log.
  static AuditEntry following(AuditHead head, AuditEvent event, Instant at) {
    var entry =
        new AuditEntry(
            head.number() + 1,
            at.truncatedTo(ChronoUnit.MICROS),
            event.account(),
            event.action().name(),
            event.outcome().name(),
            oneLine(event.object()),
            oneLine(event.address()),
            "");
    return new AuditEntry(
        entry.number(),
        entry.at(),
        entry.account(),
        entry.action(),
        entry.outcome(),
        entry.object(),
        entry.address(),
        hash(head.hash(), entry));
  }

  /// Whether this entry, as it is, was written after this end.
  static boolean follows(AuditHead head, AuditEntry entry) {
    return entry.number() == head.number() + 1 && entry.hash().equals(hash(head.hash(), entry));
  }

  /// SHA-256 over lines that anybody can write down again with another program: the hash before,
  /// then the entry's number, time in microseconds since 1970, account, action, object, outcome and
  /// address, each with a line feed.
  private static String hash(String before, AuditEntry entry) {
    var account = entry.account();
    var lines =
        List.of(
            before,
            Long.toString(entry.number()),
            Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at())),
            account == null ? "" : account.value().toString(),
            entry.action(),
            entry.object(),
            entry.outcome(),
            entry.address());
    var text = String.join("\n", lines) + "\n";
    return HexFormat.of().formatHex(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// A line feed in a value would let words move from one line to the next; a NUL cannot be kept.
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
