package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.server.core.identity.Caller;

/// Where tools come from. Who calls decides which ones there are.
public interface ToolSource {
  /// What it is called outside, such as `built-in`.
  String name();

  /// The tools of this caller, as they are now. Does not wait for anything outside.
  List<Tool> tools(Caller caller);

  /// Tools that are part of the program, the same for everybody.
  record BuiltIn(List<Tool> all) implements ToolSource {
    public BuiltIn {
      all = List.copyOf(all);
    }

    @Override
    public String name() {
      return "built-in";
    }

    @Override
    public List<Tool> tools(Caller caller) {
      return all;
    }
  }
}
