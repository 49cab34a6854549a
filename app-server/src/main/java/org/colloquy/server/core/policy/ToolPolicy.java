package org.colloquy.server.core.policy;

import java.time.Instant;
import org.colloquy.model.ToolPolicyId;
import org.jspecify.annotations.Nullable;

/// What a person decided once about all later calls of a tool.
///
/// @param agent the number of the agent it is about, 0 for plain models; null for everybody
/// @param definition a hash of what the tool said of itself then: of a tool that became another one
///   nothing was allowed
public record ToolPolicy(
    ToolPolicyId id,
    @Nullable Long agent,
    String tool,
    Verdict verdict,
    String definition,
    Instant setAt) {
  /// What becomes of calls.
  public enum Verdict {
    /// They are done without a question.
    ALWAYS,
    /// They are not done.
    NEVER
  }

  /// Whether it is about calls by this agent.
  boolean covers(long number) {
    return agent == null || agent == number;
  }
}
