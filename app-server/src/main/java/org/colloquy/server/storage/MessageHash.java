package org.colloquy.server.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.colloquy.model.Message;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.core.Sha256;
import org.jspecify.annotations.Nullable;

/// A fingerprint of everything in a message but its number. H2 has no checksums of its own over
/// what it stores: a damaged disk would change words unnoticed.
final class MessageHash {
  private final MessageDigest digest = Sha256.digest();
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  private MessageHash() {}

  static byte[] of(Message message) {
    var hash = new MessageHash();
    var parent = message.parent();
    var used = message.usedModel();
    hash.add(message.id().value());
    hash.add(message.conversation().value());
    hash.add(parent == null ? new UUID(0, 0) : parent.value());
    hash.add(message.role().name());
    hash.add(message.content());
    hash.add(message.reasoning());
    hash.add(message.state().name());
    hash.add(ChronoUnit.MICROS.between(Instant.EPOCH, message.createdAt()));
    hash.add(used == null ? null : used.provider());
    hash.add(used == null ? null : used.model());
    hash.add(message.usage().input());
    hash.add(message.usage().output());
    hash.addDetails(message.usage());
    hash.add(message.answersCall());
    hash.add(message.failure());
    message.toolCalls().forEach(hash::add);
    return hash.digest.digest();
  }

  /// Only where there are some: those from before have none in their fingerprints.
  private void addDetails(Usage usage) {
    if (usage.cached() + usage.cacheWritten() + usage.reasoning() > 0) {
      add(usage.cached());
      add(usage.cacheWritten());
      add(usage.reasoning());
    }
  }

  private void add(ToolCall call) {
    add(call.id());
    add(call.tool());
    add(call.arguments());
  }

  private void add(UUID id) {
    add(id.getMostSignificantBits());
    add(id.getLeastSignificantBits());
  }

  /// With its length before it, so that words cannot move from one field to the next.
  private void add(@Nullable String text) {
    if (text == null) {
      add(-1);
      return;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
  }

  private void add(long value) {
    digest.update(number.putLong(0, value).array());
  }
}
