package org.colloquy.server.core.turn;

import java.time.Duration;
import java.util.Optional;
import org.colloquy.model.ToolCall;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.conversation.StrangersWords;
import org.colloquy.server.core.identity.Caller;

/// Decides what a model may cause. Before a tool with effects is called, the person is asked. Where
/// nobody can be asked, it is called only while no words of strangers are in the conversation:
/// afterwards nobody knows whose wish it is. Every such decision is taken down.
public final class Permissions {
  /// How long a person may think about it.
  public static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  static final String NOT_ALLOWED =
      "The user did not allow this call, so it was not done. Do not try it again.";
  static final String NOBODY_ANSWERED =
      "Nobody allowed this call in time, so it was not done. Do not try it again.";
  static final String STRANGERS =
      "This call was not done: words of strangers are in this conversation, such as web pages or"
          + " what tools found, and nobody can be asked here whether the user wants it.";

  private final Tools tools;
  private final StrangersWords strangersWords;
  private final Activities activities;
  private final Audit audit;
  private final Duration longestWait;

  public Permissions(
      Tools tools,
      StrangersWords strangersWords,
      Activities activities,
      Audit audit,
      Duration longestWait) {
    this.tools = tools;
    this.strangersWords = strangersWords;
    this.activities = activities;
    this.audit = audit;
    this.longestWait = longestWait;
  }

  /// What the model is told instead of a result; empty when the call may be done.
  ///
  /// @throws java.util.concurrent.CancellationException when the turn was stopped meanwhile
  Optional<String> refusal(Caller caller, RunningTurn turn, Asked asked, ToolCall call) {
    if (tools.find(caller, asked.agent(), call.tool()).filter(Tool::hasEffects).isEmpty()) {
      return Optional.empty();
    }
    return turn.asksPerson()
        ? refusalByPerson(caller, turn, call)
        : refusalByRule(caller, turn, asked, call);
  }

  /// Remembers that the result of this call is words of strangers, if it is.
  void returned(Caller caller, Asked asked, ToolCall call) {
    if (tools
        .find(caller, asked.agent(), call.tool())
        .filter(Tool::bringsStrangersWords)
        .isPresent()) {
      strangersWords.cameInto(asked.conversation().id());
    }
  }

  private Optional<String> refusalByPerson(Caller caller, RunningTurn turn, ToolCall call) {
    var approval = turn.wantApproval(call.id());
    turn.emit(new TurnEvent.ApprovalWanted(call.id(), call.tool(), call.arguments()));
    var decision = approval.await(longestWait, turn.cancellation());
    boolean allowed = decision.map(Approval.Decision::allow).orElse(false);
    note(decision.map(Approval.Decision::by).orElse(caller), call, allowed);
    turn.emit(new TurnEvent.ApprovalGiven(call.id(), allowed));
    if (allowed) {
      return Optional.empty();
    }
    return Optional.of(decision.isPresent() ? NOT_ALLOWED : NOBODY_ANSWERED);
  }

  private Optional<String> refusalByRule(
      Caller caller, RunningTurn turn, Asked asked, ToolCall call) {
    boolean allowed = !strangersWords.in(asked.conversation().id());
    note(caller, call, allowed);
    if (allowed) {
      return Optional.empty();
    }
    var sentence = call.tool() + ": " + STRANGERS;
    activities.note(asked.conversation().id(), Activities.TURN, sentence);
    turn.emit(new TurnEvent.Noted(sentence));
    return Optional.of(STRANGERS);
  }

  private void note(Caller by, ToolCall call, boolean allowed) {
    audit.note(
        new AuditEvent(
            allowed ? AuditEvent.Action.TOOL_ALLOWED : AuditEvent.Action.TOOL_REFUSED,
            allowed ? AuditEvent.Outcome.DONE : AuditEvent.Outcome.REFUSED,
            by.account(),
            call.tool() + " " + Sha256.hex(call.arguments()),
            by.from().address()));
  }
}
