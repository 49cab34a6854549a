package org.colloquy.server.llm.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a provider wants back with the results of the tools that its model called, such as signed
/// thoughts. It is kept by the id of a call while a turn goes on and is not stored: once a person
/// has said something new, no provider insists on it.
public final class Keepsakes {
  private final Map<String, List<String>> byCall = new HashMap<>();

  /// Keeps something that belongs to this call.
  public void keep(String call, String kept) {
    byCall.computeIfAbsent(call, _ -> new ArrayList<>()).add(kept);
  }

  /// What was kept for this call, in its order; empty when nothing was.
  public List<String> of(String call) {
    return byCall.getOrDefault(call, List.of());
  }
}
