package org.colloquy.server.core.turn;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.TurnId;
import org.colloquy.server.core.cluster.Servers;
import org.colloquy.server.core.cluster.Signal;
import org.colloquy.server.core.cluster.Switchboard;
import org.colloquy.server.core.conversation.ConversationThread;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.shared.ConversationAccess;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The turns that other servers over the same database run, and what those know of ours. A server
/// that is alone knows of none and asks nobody.
public final class TurnsElsewhere {
  static final Problem SERVER_ENDED =
      new Problem.Unavailable(
          "The server that gave this answer has ended; what it wrote down is kept.");

  /// A look at what goes on is good for so long.
  private static final Duration LOOK = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(TurnsElsewhere.class);

  private final Servers servers;
  private final TurnBoard board;
  private final Switchboard switchboard;
  private final TurnAccess access;
  private final int mostOfOwner;
  private final Map<TurnId, TurnBoard.Posted> ours = new HashMap<>();
  private final Set<TurnId> unended = new HashSet<>();
  private List<TurnBoard.Posted> seen = List.of();
  private long seenAt = System.nanoTime() - LOOK.toNanos();

  /// @param mostOfOwner how many turns may go on for one account at the same time
  public TurnsElsewhere(
      Servers servers,
      TurnBoard board,
      Switchboard switchboard,
      ConversationAccess access,
      int mostOfOwner) {
    this.access = new TurnAccess(access);
    this.servers = servers;
    this.board = board;
    this.switchboard = switchboard;
    this.mostOfOwner = mostOfOwner;
  }

  /// Lets the others know of a turn that begins here.
  ///
  /// @throws ProblemException Busy when they have one in the conversation beside which it may not
  ///   go on, RateLimited when the account has very many
  void enter(RunningTurn turn) {
    if (servers.isAlone()) {
      return;
    }
    var posted = posted(turn);
    boolean entered =
        board.post(
            posted,
            (there, ofOwner) -> {
              if (ofOwner >= mostOfOwner) {
                throw new ProblemException(new Problem.RateLimited(RunningAnswers.TRY_AGAIN));
              }
              var others = there.stream().map(TurnBoard.Posted::question).toList();
              return others.isEmpty()
                  || (posted.beside() && TurnsOfConversations.hasRoom(others, posted.question()));
            });
    if (!entered) {
      throw new ProblemException(new Problem.Busy("conversation"));
    }
    synchronized (ours) {
      ours.put(turn.id(), posted);
    }
  }

  private TurnBoard.Posted posted(RunningTurn turn) {
    var growing = turn.growing();
    return new TurnBoard.Posted(
        turn.id(),
        servers.self(),
        turn.conversation(),
        turn.owner(),
        turn.home(),
        turn.isBeside(),
        turn.question(),
        growing == null ? null : growing.answer());
  }

  /// A turn of ours has ended.
  void leave(RunningTurn turn) {
    if (servers.isAlone()) {
      return;
    }
    try {
      board.end(List.of(turn.id()));
    } catch (RuntimeException e) {
      LOG.warn("the end of a turn could not be told to the other servers yet", e);
      synchronized (ours) {
        unended.add(turn.id());
      }
    }
  }

  /// Tells the others what they do not know of our turns, and which of them are forgotten.
  ///
  /// @param turns all of ours that are not
  void refresh(Collection<RunningTurn> turns) {
    if (servers.isAlone()) {
      return;
    }
    try {
      var known = new HashSet<TurnId>();
      for (var turn : turns) {
        known.add(turn.id());
        change(posted(turn));
      }
      endAndForget(known);
    } catch (RuntimeException e) {
      LOG.warn("the other servers could not be told of our turns", e);
    }
  }

  private void change(TurnBoard.Posted now) {
    TurnBoard.@Nullable Posted before;
    synchronized (ours) {
      before = ours.get(now.id());
    }
    if (before != null && !before.equals(now)) {
      board.change(now);
      synchronized (ours) {
        ours.put(now.id(), now);
      }
    }
  }

  private void endAndForget(Set<TurnId> known) {
    List<TurnId> ended;
    List<TurnId> forgotten;
    synchronized (ours) {
      ended = List.copyOf(unended);
      forgotten = ours.keySet().stream().filter(id -> !known.contains(id)).toList();
    }
    if (!ended.isEmpty()) {
      board.end(ended);
    }
    if (!forgotten.isEmpty()) {
      board.remove(forgotten);
    }
    synchronized (ours) {
      ended.forEach(unended::remove);
      forgotten.forEach(ours::remove);
    }
  }

  /// The turn that goes on in a conversation at another server.
  Optional<TurnId> in(ConversationId conversation) {
    return there(conversation).stream().findFirst().map(TurnBoard.Posted::id);
  }

  /// The turn at another server whose answer is shown at the end of a conversation.
  Optional<TurnId> on(ConversationThread thread) {
    var there = there(thread.conversation().id());
    return there.stream()
        .filter(turn -> there.size() == 1 || shows(thread, turn.answer()))
        .findFirst()
        .map(TurnBoard.Posted::id);
  }

  private static boolean shows(ConversationThread thread, @Nullable MessageId answer) {
    return answer != null && thread.shows(answer);
  }

  private List<TurnBoard.Posted> there(ConversationId conversation) {
    if (servers.isAlone()) {
      return List.of();
    }
    return going().stream()
        .filter(turn -> turn.conversation().equals(conversation))
        .filter(turn -> turn.server() != servers.self())
        .toList();
  }

  private synchronized List<TurnBoard.Posted> going() {
    if (System.nanoTime() - seenAt >= LOOK.toNanos()) {
      seen = board.going();
      seenAt = System.nanoTime();
    }
    return seen;
  }

  /// As [RunningTurns#watch], for a turn of another server.
  void watch(Caller caller, TurnId id, long after, TurnSink sink) {
    var turn = find(id);
    access.expectReader(caller, whose(turn));
    try (var answers =
        switchboard.begin(turn.server(), exchange -> new Signal.Watch(exchange, id, after))) {
      try {
        access.pass(caller, whose(turn), () -> next(answers), sink);
      } finally {
        switchboard.tell(turn.server(), new Signal.Left(answers.exchange()));
      }
    }
  }

  private static TurnAccess.Next next(Switchboard.Answers answers) throws InterruptedException {
    return switch (answers.next().orElse(null)) {
      case Signal.Piece(_, var events, var last) -> new TurnAccess.Next(events, last);
      case Signal.Done(_, var problem) when problem != null -> throw new ProblemException(problem);
      case null, default -> new TurnAccess.Next(List.of(new TurnEvent.Failed(SERVER_ENDED)), true);
    };
  }

  /// As [RunningTurns#cancel], for a turn of another server.
  void cancel(Caller caller, TurnId id) {
    var turn = find(id);
    access.expectStopper(caller, whose(turn));
    switchboard.ask(turn.server(), exchange -> new Signal.Cancel(exchange, id));
  }

  /// As [RunningTurns#decide], for a turn of another server.
  void decide(Caller caller, TurnId id, String call, ApprovalAnswer answer) {
    var turn = find(id);
    access.expectDecider(caller, whose(turn));
    switchboard.ask(
        turn.server(), exchange -> new Signal.Decide(exchange, id, call, caller, answer.name()));
  }

  private static TurnAccess.Whose whose(TurnBoard.Posted turn) {
    return new TurnAccess.Whose(turn.conversation(), turn.owner(), turn.home());
  }

  private TurnBoard.Posted find(TurnId id) {
    if (servers.isAlone()) {
      throw new ProblemException(new Problem.NotFound("turn"));
    }
    return board
        .find(id)
        .filter(turn -> turn.server() != servers.self())
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("turn")));
  }
}
