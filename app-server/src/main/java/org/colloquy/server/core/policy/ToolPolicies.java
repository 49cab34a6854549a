package org.colloquy.server.core.policy;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.ToolPolicyId;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.policy.ToolPolicy.Verdict;
import org.jspecify.annotations.Nullable;

/// What people decided about tools once and for all. Other people's is not found.
public final class ToolPolicies {
  private final ToolPolicyStore store;
  private final InstantSource clock;
  private final Ids ids;

  public ToolPolicies(ToolPolicyStore store, InstantSource clock, Ids ids) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
  }

  /// A tool as it is now, and the agent that calls it.
  ///
  /// @param definition a hash of what the tool says of itself
  public record Subject(long agent, String tool, String definition) {}

  /// Oldest first.
  public List<ToolPolicy> all(Caller caller) {
    return store.of(caller.account());
  }

  /// From now on this agent may call the tool without a question, as long as it stays the same.
  public void allow(Caller caller, Subject subject) {
    store.put(caller.account(), policy(subject.agent(), subject, Verdict.ALWAYS));
  }

  /// From now on nobody may call the tool.
  public void forbid(Caller caller, Subject subject) {
    store.put(caller.account(), policy(null, subject, Verdict.NEVER));
  }

  /// Forgets a decision: from now on the person is asked again.
  public void remove(Caller caller, ToolPolicyId id) {
    if (!store.remove(caller.account(), id)) {
      throw new ProblemException(new Problem.NotFound("policy"));
    }
  }

  /// What was decided about this call; empty for nothing. Never goes before always.
  public Optional<Verdict> verdict(Caller caller, Subject subject) {
    var ours =
        store.of(caller.account()).stream()
            .filter(policy -> policy.tool().equals(subject.tool()))
            .filter(policy -> policy.covers(subject.agent()))
            .toList();
    if (ours.stream().anyMatch(policy -> policy.verdict() == Verdict.NEVER)) {
      return Optional.of(Verdict.NEVER);
    }
    return ours.stream()
        .filter(policy -> policy.definition().equals(subject.definition()))
        .map(ToolPolicy::verdict)
        .findFirst();
  }

  private ToolPolicy policy(@Nullable Long agent, Subject subject, Verdict verdict) {
    return new ToolPolicy(
        new ToolPolicyId(ids.next()),
        agent,
        subject.tool(),
        verdict,
        subject.definition(),
        clock.instant());
  }
}
