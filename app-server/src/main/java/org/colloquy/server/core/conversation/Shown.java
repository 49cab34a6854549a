package org.colloquy.server.core.conversation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.colloquy.model.Role;

/// Which messages of a conversation somebody wants to see. The words of the others are not even
/// read.
///
/// @param roles whose messages
/// @param results whether messages that answer a tool call are among them
/// @param newest how many, counted from the end
public record Shown(Set<Role> roles, boolean results, int newest) {
  /// All of them.
  public static final Shown EVERYTHING =
      new Shown(EnumSet.allOf(Role.class), true, Integer.MAX_VALUE);

  public Shown {
    roles = Set.copyOf(roles);
  }

  /// What these said.
  public static Shown of(Role... roles) {
    return new Shown(Set.copyOf(Arrays.asList(roles)), true, Integer.MAX_VALUE);
  }

  /// The same without messages that answer a tool call.
  public Shown withoutResults() {
    return new Shown(roles, false, newest);
  }

  /// Of the same only the newest.
  public Shown last(int most) {
    return new Shown(roles, results, most);
  }
}
