package org.colloquy.server.core.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.colloquy.model.AccountId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.usage.NewUse;

/// Keeps what is set aside for calls that go on. Several programs may use one store at once.
public interface ReservationStore {
  /// Whether any quota counts for an account.
  boolean isLimited(AccountId account);

  /// Looks at every quota that counts for an account, and adds a reservation. Nobody else adds one
  /// for any of these quotas meanwhile.
  ///
  /// @param decide makes the reservation of how far the quotas are used, or throws; it is not asked
  ///   when no quota counts
  /// @return empty when no quota counts
  Optional<Reservation> reserve(
      AccountId account, LocalDate today, Function<List<Standing>, Reservation> decide);

  /// Puts what the call took in the place of its reservation, also of one that was taken for left
  /// behind meanwhile.
  void settle(Reservation reservation, NewUse took);

  /// As [#settle], for a reservation that was left behind; does nothing when it is gone already.
  void settleLeft(Reservation reservation, NewUse took);

  /// Removes the reservation of a call that took nothing.
  void release(UUID reservation);

  /// Those that are held no more: they are overdue, or their server has ended.
  List<Reservation> left(Instant now);

  /// Those that nobody can hold when a program starts: all, or as in [#left] where other servers
  /// use the store.
  List<Reservation> leftAtStart(Instant now);

  /// What was kept of an answer; empty when there is none.
  String keptOf(MessageId answer);
}
