package org.colloquy.server.core.turn;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnId;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.conversation.ConversationThread;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.RunningWork;
import org.colloquy.server.core.shared.ConversationAccess;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The turns that are going on: finds them for readers that come back, stops them, and writes their
/// words down every second.
public final class RunningTurns implements RunningWork, AutoCloseable {
  /// How often growing answers are written down.
  static final Duration WRITE_DOWN_EVERY = Duration.ofSeconds(1);

  /// How soon somebody who waits for words notices that they may not read them any more.
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /// How long a turn can still be read again after its end.
  static final Duration KEPT_AFTER_END = Duration.ofMinutes(1);

  /// How long [#close] and [#stop] wait for turns to keep what they have.
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(RunningTurns.class);

  private final GrowingAnswers growing;
  private final Accounts accounts;
  private final RunningAnswers answers;
  private final TurnAccess access;
  private final TurnsElsewhere elsewhere;
  private final InstantSource clock;
  private final Ids ids;
  private final Map<TurnId, RunningTurn> turns = new ConcurrentHashMap<>();
  private final TurnsOfConversations going = new TurnsOfConversations();
  private volatile TurnWatch watch = TurnWatch.NONE;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread keeper;

  public RunningTurns(
      MessageStore messages,
      Accounts accounts,
      RunningAnswers answers,
      ConversationAccess access,
      TurnsElsewhere elsewhere,
      InstantSource clock,
      Ids ids) {
    this.growing = new GrowingAnswers(messages);
    this.accounts = accounts;
    this.answers = answers;
    this.access = new TurnAccess(access);
    this.elsewhere = elsewhere;
    this.clock = clock;
    this.ids = ids;
    this.keeper = Thread.ofPlatform().daemon().name("turn-keeper").start(this::keep);
  }

  /// Tells of every turn that begins from now on.
  public void watchedBy(TurnWatch one) {
    watch = one;
  }

  /// Begins a turn.
  ///
  /// @param home whose conversation it is in
  /// @throws ProblemException Busy when the conversation has one already beside which it may not go
  ///   on, RateLimited when the account has very many
  RunningTurn begin(Caller caller, TurnRequest request, TurnSink sink, AccountId home) {
    if (closing.getCount() == 0) {
      throw new ProblemException(new Problem.Unavailable("Colloquy is being closed."));
    }
    var turn =
        new RunningTurn(new TurnId(ids.next()), caller, request, sink, home, clock.instant());
    answers.begin(turn.owner());
    if (!going.enter(turn)) {
      answers.end(turn.owner());
      throw new ProblemException(new Problem.Busy("conversation"));
    }
    turn.watched(watch.began());
    turns.put(turn.id(), turn);
    try {
      elsewhere.enter(turn);
      accounts.get(caller); // again: who was shut out until now was not stopped
    } catch (ProblemException e) {
      end(turn);
      throw e;
    }
    return turn;
  }

  /// The turn is over; it can still be read for a while.
  void end(RunningTurn turn) {
    turn.ended(clock.instant());
    if (going.leave(turn)) {
      elsewhere.leave(turn);
      answers.end(turn.owner());
      turn.unwatched();
    }
  }

  /// The turn that is going on in a conversation, if there is one; the first of several.
  public Optional<TurnId> in(ConversationId conversation) {
    return going.in(conversation).stream()
        .findFirst()
        .map(RunningTurn::id)
        .or(() -> elsewhere.in(conversation));
  }

  /// The turn that is going on at the end of what is shown of a conversation, if there is one: of
  /// several, the one whose answer is shown.
  public Optional<TurnId> on(ConversationThread thread) {
    var there = going.in(thread.conversation().id());
    return there.stream()
        .filter(turn -> there.size() == 1 || shows(thread, turn.growing()))
        .findFirst()
        .map(RunningTurn::id)
        .or(() -> elsewhere.on(thread));
  }

  private static boolean shows(ConversationThread thread, RunningTurn.@Nullable Growing growing) {
    return growing != null && thread.shows(growing.answer());
  }

  /// Passes on what happens in a turn after a position, to its end. Whoever may read its
  /// conversation can watch it, as long as they may; then it fails for them with NotFound.
  ///
  /// @param after the sum of the lengths of the events the reader has had; 0 for all
  /// @throws SinkClosed when the reader has gone
  public void watch(Caller caller, TurnId id, long after, TurnSink sink) {
    new Rules().expect(after >= 0, "after", "It must not be negative.").check();
    var turn = turns.get(id);
    if (turn == null) {
      elsewhere.watch(caller, id, after, sink);
    } else {
      access.expectReader(caller, turn.whose());
      access.pass(caller, turn.whose(), turn.log().from(after, LOOK_AGAIN), sink);
    }
  }

  /// Stops a turn of the caller's, or one that somebody else began in the caller's conversation.
  /// What was said is kept. Stopping one that has ended changes nothing.
  ///
  /// @throws ProblemException NotAllowed when the caller may only watch it
  public void cancel(Caller caller, TurnId id) {
    var turn = turns.get(id);
    if (turn == null) {
      elsewhere.cancel(caller, id);
    } else {
      access.expectStopper(caller, turn.whose());
      turn.stop(RunningTurn.Stop.PERSON);
    }
  }

  /// Says whether a call may be done that a turn of the caller's asked about. The first answer
  /// counts.
  ///
  /// @param call the id of the call
  public void decide(Caller caller, TurnId id, String call, ApprovalAnswer answer) {
    var turn = turns.get(id);
    if (turn == null) {
      elsewhere.decide(caller, id, call, answer);
      return;
    }
    access.expectDecider(caller, turn.whose());
    if (!turn.decide(call, new Approval.Decision(caller, answer))) {
      throw new ProblemException(new Problem.NotFound("call"));
    }
  }

  @Override
  public void stop(AccountId account) {
    var theirs =
        going.all().stream()
            .filter(turn -> turn.owner().equals(account) || turn.home().equals(account))
            .toList();
    theirs.forEach(turn -> turn.stop(RunningTurn.Stop.SHUT_OUT));
    try {
      awaitEnd(theirs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// How many turns and completions are going on.
  public int count() {
    return answers.count();
  }

  /// Lets no turn and no completion begin any more, and gives those that are going on some time to
  /// end by themselves.
  ///
  /// @return how many are still going on
  public int finish(Duration most) {
    return answers.finish(most);
  }

  /// Stops all turns and waits until they kept what they have.
  @Override
  public void close() {
    closing.countDown();
    abandon();
    try {
      awaitEnd(going.all());
      keeper.join(LONGEST_FAREWELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitEnd(Collection<RunningTurn> ending) throws InterruptedException {
    for (var turn : ending) {
      turn.awaitEnd(LONGEST_FAREWELL);
    }
  }

  /// A turn of this server, for another one that knows who may ask for it.
  ///
  /// @throws ProblemException NotFound when it is forgotten
  RunningTurn get(TurnId id) {
    var turn = turns.get(id);
    if (turn == null) {
      throw new ProblemException(new Problem.NotFound("turn"));
    }
    return turn;
  }

  /// Stops all turns, as when other servers have cut them off.
  void abandon() {
    turns.values().forEach(turn -> turn.stop(RunningTurn.Stop.SHUTDOWN));
  }

  private void keep() {
    try {
      while (!closing.await(WRITE_DOWN_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        growing.writeDown(going.all());
        stopShutOut();
        forget();
        elsewhere.refresh(turns.values());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stops turns of those who may not ask in their conversation any more.
  private void stopShutOut() {
    try {
      going.all().stream()
          .filter(turn -> !access.mayGoOn(turn))
          .forEach(turn -> turn.stop(RunningTurn.Stop.SHUT_OUT));
    } catch (RuntimeException e) {
      LOG.warn("who may ask in conversations of others could not be looked up", e);
    }
  }

  private void forget() {
    var oldest = clock.instant().minus(KEPT_AFTER_END);
    turns.values().removeIf(turn -> turn.endedAt() != null && turn.endedAt().isBefore(oldest));
  }
}
