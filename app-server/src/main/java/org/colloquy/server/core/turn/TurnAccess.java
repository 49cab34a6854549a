package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.shared.ConversationAccess;
import org.colloquy.server.core.shared.Right;

/// Decides what a caller may do with a turn, wherever it goes on. Whoever may read its conversation
/// can watch it, as long as they may.
final class TurnAccess {
  private final ConversationAccess access;

  TurnAccess(ConversationAccess access) {
    this.access = access;
  }

  /// Whose a turn is.
  ///
  /// @param owner who asked
  /// @param home whose conversation it is in
  record Whose(ConversationId conversation, AccountId owner, AccountId home) {
    boolean isOwnedBy(Caller caller) {
      return owner.equals(caller.account());
    }

    boolean isAtHomeWith(Caller caller) {
      return home.equals(caller.account());
    }
  }

  /// What happened next in a turn.
  ///
  /// @param events maybe none, when nothing happened for a while
  /// @param last whether nothing will follow
  record Next(List<TurnEvent> events, boolean last) {}

  /// Waits a while for what happens next.
  @FunctionalInterface
  interface Following {
    Next next() throws InterruptedException;
  }

  boolean isReadBy(Caller caller, Whose whose) {
    return whose.isAtHomeWith(caller) || access.right(caller, whose.conversation()).isPresent();
  }

  /// @throws ProblemException NotFound when the caller may not even know of it
  void expectReader(Caller caller, Whose whose) {
    if (!isReadBy(caller, whose)) {
      throw new ProblemException(new Problem.NotFound("turn"));
    }
  }

  /// @throws ProblemException NotFound, or NotAllowed when the caller may only watch it
  void expectStopper(Caller caller, Whose whose) {
    expectReader(caller, whose);
    if (!whose.isOwnedBy(caller) && !whose.isAtHomeWith(caller)) {
      throw new ProblemException(new Problem.NotAllowed("somebody else began this answer"));
    }
  }

  /// @throws ProblemException NotFound when the caller does not decide about its calls
  void expectDecider(Caller caller, Whose whose) {
    expectReader(caller, whose);
    if (!whose.isOwnedBy(caller)) {
      throw new ProblemException(new Problem.NotFound("call"));
    }
  }

  /// Whether its owner may still ask in its conversation.
  boolean mayGoOn(RunningTurn turn) {
    return turn.isAtHome()
        || access.right(turn.caller(), turn.conversation()).filter(Right.WRITE::equals).isPresent();
  }

  /// Passes a turn on to its end, or until the caller may not read it any more: then it fails for
  /// them with NotFound.
  ///
  /// @throws SinkClosed when the reader has gone
  void pass(Caller caller, Whose whose, Following following, TurnSink sink) {
    try {
      while (true) {
        var next = following.next();
        if (!isReadBy(caller, whose)) {
          sink.accept(new TurnEvent.Failed(new Problem.NotFound("conversation")));
          return;
        }
        boolean theirs = whose.isOwnedBy(caller);
        next.events().forEach(event -> sink.accept(theirs ? event : OthersEvents.seen(event)));
        if (next.last()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SinkClosed(e);
    }
  }
}
