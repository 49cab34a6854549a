package org.colloquy.server.core.turn;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// Which turns are going on in which conversation: one at a time, or some that answer the same
/// question beside each other.
final class TurnsOfConversations {
  /// So many answers to one question may grow at once.
  static final int MOST_BESIDE = 4;

  private final Map<ConversationId, List<RunningTurn>> going = new ConcurrentHashMap<>();

  /// Lets a turn begin; false when its conversation is busy.
  boolean enter(RunningTurn turn) {
    return going
        .compute(
            turn.conversation(),
            (_, there) -> {
              if (there == null) {
                return List.of(turn);
              }
              return hasRoom(there, turn)
                  ? Stream.concat(there.stream(), Stream.of(turn)).toList()
                  : there;
            })
        .contains(turn);
  }

  private static boolean hasRoom(List<RunningTurn> there, RunningTurn turn) {
    return turn.isBeside()
        && hasRoom(there.stream().map(RunningTurn::question).toList(), turn.question());
  }

  /// Whether an answer to a question may grow beside those to other ones.
  ///
  /// @param others what those answer that grow, null where nobody knows; as is the question
  static boolean hasRoom(List<@Nullable MessageId> others, @Nullable MessageId question) {
    return question != null
        && others.size() < MOST_BESIDE
        && others.stream().allMatch(question::equals);
  }

  /// It is over; false when that was known.
  boolean leave(RunningTurn turn) {
    var left = new AtomicBoolean();
    going.computeIfPresent(
        turn.conversation(),
        (_, there) -> {
          left.set(there.contains(turn));
          var rest = there.stream().filter(other -> other != turn).toList();
          return rest.isEmpty() ? null : rest;
        });
    return left.get();
  }

  /// Those that go on in a conversation, in the order in which they began.
  List<RunningTurn> in(ConversationId conversation) {
    return going.getOrDefault(conversation, List.of());
  }

  List<RunningTurn> all() {
    return going.values().stream().flatMap(Collection::stream).toList();
  }
}
