package org.colloquy.server.core.policy;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.ToolPolicyId;

/// Keeps what people decided about tools.
public interface ToolPolicyStore {
  /// Keeps it, instead of what was decided before about the same tool and agent.
  void put(AccountId account, ToolPolicy policy);

  /// All of an account, oldest first.
  List<ToolPolicy> of(AccountId account);

  /// Forgets it; false when it is not there.
  boolean remove(AccountId account, ToolPolicyId id);
}
