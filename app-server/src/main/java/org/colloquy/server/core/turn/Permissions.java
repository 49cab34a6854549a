package org.colloquy.server.core.turn;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Agent;
import org.colloquy.model.ToolCall;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.conversation.StrangersWords;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.policy.ToolPolicies;
import org.colloquy.server.core.policy.ToolPolicies.Subject;
import org.colloquy.server.core.policy.ToolPolicy.Verdict;

/// Decides what a model may cause. Before a tool with effects is called, the person is asked. Where
/// nobody can be asked, it is called only while no words of strangers are in the conversation:
/// afterwards nobody knows whose wish it is. What the person decided once and for all goes before.
/// Every such decision is taken down.
public final class Permissions {
  /// How long a person may think about it.
  public static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  static final String NOT_ALLOWED =
      "The user did not allow this call, so it was not done. Do not try it again.";
  static final String FORBIDDEN =
      "The user never allows calls of this function, so it was not done. Do not try it again.";
  static final String NOBODY_ANSWERED =
      "Nobody allowed this call in time, so it was not done. Do not try it again.";
  static final String STRANGERS =
      "This call was not done: words of strangers are in this conversation, such as web pages or"
          + " what tools found, and nobody can be asked here whether the user wants it.";

  private final Tools tools;
  private final ToolPolicies policies;
  private final StrangersWords strangersWords;
  private final Activities activities;
  private final Audit audit;
  private final Duration longestWait;

  public Permissions(
      Tools tools,
      ToolPolicies policies,
      StrangersWords strangersWords,
      Activities activities,
      Audit audit,
      Duration longestWait) {
    this.tools = tools;
    this.policies = policies;
    this.strangersWords = strangersWords;
    this.activities = activities;
    this.audit = audit;
    this.longestWait = longestWait;
  }

  /// What becomes of calls, as far as it does not depend on who calls and what was said before.
  public enum Rule {
    ASK,
    ALWAYS,
    NEVER
  }

  /// A tool, and what becomes of its calls.
  public record Ruled(Tools.Listed listed, Rule rule) {}

  /// All tools of the caller.
  public List<Ruled> all(Caller caller) {
    return tools.all(caller).stream()
        .map(listed -> new Ruled(listed, rule(caller, listed.tool())))
        .toList();
  }

  private Rule rule(Caller caller, Tool tool) {
    return policies
        .verdict(caller, subject(Agent.NONE, tool))
        .map(verdict ->
            switch (verdict) {
              case NEVER -> Rule.NEVER;
              case ALWAYS -> Rule.ALWAYS;
            })
        .orElse(tool.hasEffects() ? Rule.ASK : Rule.ALWAYS);
  }

  /// Whether somebody may have to be asked before this call, so that it waits for those before it.
  boolean mayWait(Caller caller, RunningTurn turn, Asked asked, ToolCall call) {
    return tools
        .find(caller, asked.agent(), call.tool())
        .filter(tool -> needsPermission(tool, turn, asked))
        .isPresent();
  }

  /// What the model is told of a call that the person never allows; empty for all others.
  Optional<String> prohibition(Caller caller, Asked asked, ToolCall call) {
    boolean never =
        tools
            .find(caller, asked.agent(), call.tool())
            .flatMap(tool -> policies.verdict(caller, subject(asked.agent(), tool)))
            .filter(Verdict.NEVER::equals)
            .isPresent();
    if (!never) {
      return Optional.empty();
    }
    note(caller, call, false);
    return Optional.of(FORBIDDEN);
  }

  /// What the model is told instead of a result; empty when the call may be done.
  ///
  /// @throws java.util.concurrent.CancellationException when the turn was stopped meanwhile
  Optional<String> refusal(Caller caller, RunningTurn turn, Asked asked, ToolCall call) {
    var found = tools.find(caller, asked.agent(), call.tool());
    var prohibition = prohibition(caller, asked, call);
    if (prohibition.isPresent() || found.isEmpty()) {
      return prohibition;
    }
    if (!needsPermission(found.get(), turn, asked)) {
      return Optional.empty();
    }
    var subject = subject(asked.agent(), found.get());
    var verdict = policies.verdict(caller, subject);
    if (verdict.isPresent() && (!strangersSpoke(asked) || reachesOneService(found.get()))) {
      note(caller, call, true);
      return Optional.empty();
    }
    return turn.asksPerson()
        ? refusalByPerson(caller, turn, call, subject)
        : refusalByRule(caller, turn, asked, call);
  }

  /// After strangers spoke, what the model says may be theirs, and so may be where it sends it. One
  /// service of the owner's choice is no stranger: where nobody can be asked, it is used.
  private boolean needsPermission(Tool tool, RunningTurn turn, Asked asked) {
    if (tool.hasEffects()) {
      return true;
    }
    return switch (tool.sends()) {
      case NOTHING -> false;
      case ONE_SERVICE -> turn.asksPerson() && strangersSpoke(asked);
      case ANYWHERE -> strangersSpoke(asked);
    };
  }

  private static boolean reachesOneService(Tool tool) {
    return !tool.hasEffects() && tool.sends() == Tool.Sends.ONE_SERVICE;
  }

  private boolean strangersSpoke(Asked asked) {
    return strangersWords.in(asked.conversation().id());
  }

  private static Subject subject(Agent agent, Tool tool) {
    var definition = tool.name() + "\n" + tool.schema() + "\n" + tool.description();
    return new Subject(agent.number(), tool.name(), Sha256.hex(definition));
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

  private Optional<String> refusalByPerson(
      Caller caller, RunningTurn turn, ToolCall call, Subject subject) {
    var approval = turn.wantApproval(call.id());
    turn.emit(new TurnEvent.ApprovalWanted(call.id(), call.tool(), call.arguments()));
    var decision = approval.await(longestWait, turn.cancellation());
    boolean allowed =
        decision.map(Approval.Decision::answer).filter(ApprovalAnswer::allows).isPresent();
    decision.ifPresent(made -> remember(made, subject));
    note(decision.map(Approval.Decision::by).orElse(caller), call, allowed);
    turn.emit(new TurnEvent.ApprovalGiven(call.id(), allowed));
    if (allowed) {
      return Optional.empty();
    }
    return Optional.of(decision.isPresent() ? NOT_ALLOWED : NOBODY_ANSWERED);
  }

  private void remember(Approval.Decision decision, Subject subject) {
    switch (decision.answer()) {
      case ALLOW_ALWAYS -> policies.allow(decision.by(), subject);
      case REFUSE_ALWAYS -> policies.forbid(decision.by(), subject);
      case ALLOW, REFUSE -> {}
    }
  }

  private Optional<String> refusalByRule(
      Caller caller, RunningTurn turn, Asked asked, ToolCall call) {
    boolean allowed = !strangersSpoke(asked);
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
