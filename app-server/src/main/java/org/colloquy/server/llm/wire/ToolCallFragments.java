package org.colloquy.server.llm.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.colloquy.model.ToolCall;

/// Puts tool calls together from the fragments they arrive in; several may grow at the same time.
public final class ToolCallFragments {
  /// Stands for an index that was not told.
  public static final int NO_INDEX = -1;

  private final List<Growing> calls = new ArrayList<>();

  /// One fragment. Texts are empty when it has none.
  ///
  /// @param index which call it belongs to; [#NO_INDEX] when the server does not say
  public record Fragment(int index, String id, String tool, String arguments) {}

  void add(Fragment fragment) {
    var call = belonging(fragment);
    if (call.id.isEmpty()) {
      call.id = fragment.id;
    }
    if (call.tool.isEmpty()) {
      call.tool = fragment.tool;
    }
    call.arguments.append(fragment.arguments);
  }

  /// The calls as they are, in the order they began.
  ///
  /// @param ids makes an id for each that has none
  List<ToolCall> whole(Supplier<String> ids) {
    var whole = new ArrayList<ToolCall>();
    for (var call : calls) {
      var id = call.id.isEmpty() ? ids.get() : call.id;
      var arguments = call.arguments.isEmpty() ? "{}" : call.arguments.toString();
      whole.add(new ToolCall(id, call.tool, WholeCharacters.only(arguments)));
    }
    return whole;
  }

  /// Some servers give no index, some the same for all: then a new id begins a new call.
  private Growing belonging(Fragment fragment) {
    for (var call : calls.reversed()) {
      var sameIndex = fragment.index == NO_INDEX || fragment.index == call.index;
      var sameId = fragment.id.isEmpty() || call.id.isEmpty() || fragment.id.equals(call.id);
      if (sameIndex && sameId) {
        return call;
      }
    }
    var begun = new Growing(fragment.index);
    calls.add(begun);
    return begun;
  }

  private static final class Growing {
    private final int index;
    private final StringBuilder arguments = new StringBuilder();
    private String id = "";
    private String tool = "";

    Growing(int index) {
      this.index = index;
    }
  }
}
