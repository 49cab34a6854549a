package org.colloquy.server.core.cluster;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Problem;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.TurnId;
import org.colloquy.server.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/// What one server tells another. Those that belong together have the same exchange.
public sealed interface Signal {
  /// The name of the exchange.
  UUID exchange();

  /// Somebody reads a turn of yours from this position on; answered with [Piece]s, or [Done].
  record Watch(UUID exchange, TurnId turn, long after) implements Signal {}

  /// The reader of that exchange has gone.
  record Left(UUID exchange) implements Signal {}

  /// What happened in a turn.
  ///
  /// @param last whether nothing will follow
  record Piece(UUID exchange, List<TurnEvent> events, boolean last) implements Signal {
    public Piece {
      events = List.copyOf(events);
    }
  }

  /// A turn of yours is to be stopped; answered with [Done].
  record Cancel(UUID exchange, TurnId turn) implements Signal {}

  /// Somebody said whether a call may be done; answered with [Done].
  ///
  /// @param answer the name of one of the answers that there are
  record Decide(UUID exchange, TurnId turn, String call, Caller by, String answer)
      implements Signal {}

  /// All that goes on for an account is to be stopped; answered with [Done].
  record StopWork(UUID exchange, AccountId account) implements Signal {}

  /// Whether anything leaves this machine was changed; answered with [Done].
  record PrivacyChanged(UUID exchange) implements Signal {}

  /// The text of a file was read, or the file is gone.
  record FileChanged(UUID exchange, AttachmentId file) implements Signal {}

  /// It was done.
  ///
  /// @param problem why not; null when it was
  record Done(UUID exchange, @Nullable Problem problem) implements Signal {}
}
