package org.colloquy.server.core.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Memory;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.SourcePassage;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.TurnId;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.Research;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.jspecify.annotations.Nullable;

/// A turn that is going on: its words so far, its readers, and the way to stop it.
final class RunningTurn {
  /// Why a turn was stopped before its end.
  enum Stop {
    /// The person said so.
    PERSON,
    /// Nobody reads it any more.
    READER_LEFT,
    /// The program ends.
    SHUTDOWN,
    /// Its account may not be here any more.
    SHUT_OUT,
    /// The question could not be saved.
    NOT_SAVED
  }

  /// An answer that grows in the store.
  record Growing(MessageId answer, AnswerText text) {}

  private final TurnId id;
  private final Caller caller;
  private final TurnRequest request;
  private final AccountId home;
  private final Instant begunAt;
  private final TurnLog log = new TurnLog();
  private final Cancellation cancellation = new Cancellation();
  private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
  private final ReentrantLock delivery = new ReentrantLock();
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicReference<@Nullable Approval> approval = new AtomicReference<>();
  private Runnable whenEnded = () -> {};
  private @Nullable TurnSink sink;
  private @Nullable Findings found;
  private @Nullable List<Memory> recalled;
  private @Nullable List<SourcePassage> sourced;
  private volatile AnswerText text = new AnswerText();
  private volatile @Nullable Growing growing;
  private volatile @Nullable Instant endedAt;
  private volatile @Nullable MessageId question;

  /// @param home whose conversation it is in
  RunningTurn(
      TurnId id,
      Caller caller,
      TurnRequest request,
      TurnSink sink,
      AccountId home,
      Instant begunAt) {
    this.id = id;
    this.caller = caller;
    this.request = request;
    this.home = home;
    this.begunAt = begunAt;
    this.question = request.question() instanceof Question.Beside(var of) ? of : null;
    this.sink = sink;
  }

  TurnId id() {
    return id;
  }

  Caller caller() {
    return caller;
  }

  AccountId owner() {
    return caller.account();
  }

  /// Whose it is, and whose conversation it is in.
  TurnAccess.Whose whose() {
    return new TurnAccess.Whose(conversation(), owner(), home);
  }

  /// Whose conversation it is in.
  AccountId home() {
    return home;
  }

  /// Whether its owner asks in their own conversation.
  boolean isAtHome() {
    return home.equals(owner());
  }

  ConversationId conversation() {
    return request.conversation();
  }

  /// Whether it may go on beside others that answer the same question.
  boolean isBeside() {
    return request.question() instanceof Question.Beside;
  }

  /// The question that it answers; null while nobody knows.
  @Nullable MessageId question() {
    return question;
  }

  /// It turned out to answer this question.
  void answers(@Nullable MessageId asked) {
    question = asked;
  }

  /// Whether memories that fit are put before the question.
  boolean recalls() {
    return request.client().grounds().memories() == TurnRequest.Recalling.BY_ITSELF;
  }

  /// What was recalled for the question; null before anybody tried.
  @Nullable List<Memory> recalled() {
    return recalled;
  }

  void recalled(List<Memory> memories) {
    recalled = List.copyOf(memories);
  }

  /// Whether passages of documents that fit are put before the question.
  boolean cites() {
    return request.client().grounds().documents() == TurnRequest.Citing.DOCUMENTS;
  }

  /// The passages that were found for the question; null before anybody tried.
  @Nullable List<SourcePassage> sourced() {
    return sourced;
  }

  void sourced(List<SourcePassage> passages) {
    sourced = List.copyOf(passages);
  }

  Research research() {
    return request.answering().research();
  }

  /// What was found for its question; null while nobody looked. For the turn's own thread.
  @Nullable Findings found() {
    return found;
  }

  void found(Findings findings) {
    found = findings;
  }

  /// Whether its person can be asked before a tool with effects is called.
  boolean asksPerson() {
    return request.client().effects() == TurnRequest.Effects.ASKED_FOR;
  }

  /// Whether its model may be asked for a title. That of somebody else's conversation is not the
  /// asker's to change.
  boolean isTitledByModel() {
    return request.client().titling() == TurnRequest.Titling.BY_MODEL && isAtHome();
  }

  /// From now on the person may say whether this call may be done.
  Approval wantApproval(String call) {
    var wanted = new Approval(call);
    approval.set(wanted);
    return wanted;
  }

  /// The person's answer; false when nobody waits for one about this call.
  boolean decide(String call, Approval.Decision decision) {
    var wanted = approval.get();
    return wanted != null && wanted.decide(call, decision);
  }

  Cancellation cancellation() {
    return cancellation;
  }

  TurnLog log() {
    return log;
  }

  /// The words of the answer that the model gives now.
  AnswerText text() {
    return text;
  }

  /// The answer that grows in the store; null while there is none.
  @Nullable Growing growing() {
    return growing;
  }

  /// The words grow in the store as this message.
  void growsAs(MessageId answer) {
    growing = new Growing(answer, text);
  }

  /// The answer begins with words that were said before.
  void goOnFrom(Message cutOff) {
    text.said(cutOff.content());
    text.thought(cutOff.reasoning());
  }

  /// The answer is finished, and the turn goes on with another one.
  void beginAnotherAnswer() {
    growing = null;
    text = new AnswerText();
  }

  Instant begunAt() {
    return begunAt;
  }

  /// When it ended; null while it goes on.
  @Nullable Instant endedAt() {
    return endedAt;
  }

  void watched(Runnable ended) {
    whenEnded = ended;
  }

  /// Tells who watches that it has ended.
  void unwatched() {
    whenEnded.run();
  }

  void ended(Instant when) {
    endedAt = when;
    done.countDown();
  }

  /// Nothing is done for it any more. What can still be read of it is in its log; what it worked
  /// with is not kept beside that.
  void settle() {
    text = new AnswerText();
    var last = growing;
    if (last != null) {
      growsAs(last.answer());
    }
    found = null;
    recalled = null;
    sourced = null;
  }

  /// Waits for its end, but not for ever.
  void awaitEnd(Duration most) throws InterruptedException {
    done.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Why it was stopped; null when it was not.
  @Nullable Stop stopped() {
    return stop.get();
  }

  /// Stops the model; the first reason counts.
  void stop(Stop why) {
    if (stop.compareAndSet(null, why)) {
      cancellation.cancel();
    }
  }

  /// Remembers an event and passes it to the first reader, if that one is still there.
  void emit(TurnEvent event) {
    delivery.lock();
    try {
      log.add(event);
      var reader = sink;
      if (event.last()) {
        sink = null; // the turn is kept for a while, its reader's connection is not
      }
      if (reader != null) {
        deliver(reader, event);
      }
    } finally {
      delivery.unlock();
    }
  }

  private void deliver(TurnSink reader, TurnEvent event) {
    try {
      reader.accept(event);
    } catch (SinkClosed e) {
      sink = null;
      if (request.client().leaving() == WhenReaderLeaves.STOP) {
        stop(Stop.READER_LEFT);
      }
    }
  }
}
