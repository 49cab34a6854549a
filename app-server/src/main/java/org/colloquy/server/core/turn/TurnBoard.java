package org.colloquy.server.core.turn;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.TurnId;
import org.jspecify.annotations.Nullable;

/// Where several servers post their turns, so that each knows what goes on at the others.
public interface TurnBoard {
  /// A turn that was posted.
  ///
  /// @param server the number of the one that runs it
  /// @param owner who asked
  /// @param home whose conversation it is in
  /// @param beside whether it may go on beside others that answer the same question
  /// @param question that it answers; null while nobody knows
  /// @param answer that grows; null while there is none
  record Posted(
      TurnId id,
      int server,
      ConversationId conversation,
      AccountId owner,
      AccountId home,
      boolean beside,
      @Nullable MessageId question,
      @Nullable MessageId answer) {}

  /// Who decides whether a turn may begin.
  @FunctionalInterface
  interface Admission {
    /// Whether a turn may begin.
    ///
    /// @param there those that go on in the same conversation
    /// @param ofOwner how many go on for the same account
    boolean admits(List<Posted> there, int ofOwner);
  }

  /// Posts a turn that begins, if it may. Nobody else posts one in its conversation meanwhile.
  ///
  /// @return false when it may not
  boolean post(Posted turn, Admission admission);

  /// Posts what is known of a turn by now.
  void change(Posted turn);

  /// The turns have ended; they can still be read for a while.
  void end(Collection<TurnId> turns);

  /// The turns are forgotten.
  void remove(Collection<TurnId> turns);

  /// A turn that goes on, or can still be read.
  Optional<Posted> find(TurnId id);

  /// All that go on, in the order in which they began.
  List<Posted> going();
}
