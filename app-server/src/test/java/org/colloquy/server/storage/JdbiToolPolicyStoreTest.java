package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.model.ToolPolicyId;
import org.colloquy.server.core.policy.ToolPolicy;
import org.colloquy.server.core.policy.ToolPolicy.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbiToolPolicyStoreTest extends StoreTest {
  private final JdbiToolPolicyStore policies = new JdbiToolPolicyStore(database);

  JdbiToolPolicyStoreTest(Kind kind) {
    super(kind);
  }

  private ToolPolicy policy(@Nullable Long agent, String tool, Verdict verdict) {
    return new ToolPolicy(new ToolPolicyId(next()), agent, tool, verdict, "hash", NOON);
  }

  @Test
  void keepsWhatWasDecidedLastAboutAToolAndAnAgent() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var others = policy(7L, "mail", Verdict.ALWAYS);
    policies.put(bob, others);
    policies.put(ada, policy(7L, "mail", Verdict.NEVER));
    policies.put(ada, policy(null, "mail", Verdict.ALWAYS));
    var ofAgent = policy(7L, "mail", Verdict.ALWAYS);
    var ofAll = policy(null, "mail", Verdict.NEVER);
    var another = policy(7L, "fetch", Verdict.NEVER);
    policies.put(ada, ofAgent);
    policies.put(ada, ofAll);
    policies.put(ada, another);

    assertThat(policies.of(ada)).containsExactly(ofAgent, ofAll, another);
    assertThat(policies.of(bob)).containsExactly(others);
  }

  @Test
  void forgetsOnlyItsOwnersDecision() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var policy = policy(0L, "mail", Verdict.ALWAYS);
    policies.put(ada, policy);

    assertThat(policies.remove(bob, policy.id())).isFalse();
    assertThat(policies.of(ada)).containsExactly(policy);
    assertThat(policies.remove(ada, policy.id())).isTrue();
    assertThat(policies.of(ada)).isEmpty();
  }
}
