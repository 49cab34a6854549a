package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.ToolCall;
import org.colloquy.server.core.identity.Caller;

/// Does what one reply of a model calls. Calls that nobody has to be asked about are done at the
/// same time, up to the next one that waits; each of the others alone. What comes of them is handed
/// on in their order.
public final class CallsOfReply {
  private final ToolRunner runner;
  private final Permissions permissions;

  public CallsOfReply(ToolRunner runner, Permissions permissions) {
    this.runner = runner;
    this.permissions = permissions;
  }

  /// The turn in which the reply came.
  record Round(Caller caller, RunningTurn turn, Asked asked) {}

  /// Who hears what is done, call by call.
  interface Listener {
    void called(ToolCall call);

    void returned(ToolCall call, String result);
  }

  /// Does them.
  ///
  /// @param calls no two with the same id
  /// @throws java.util.concurrent.CancellationException when the turn was stopped meanwhile
  void run(Round round, List<ToolCall> calls, Listener listener) {
    int done = 0;
    while (done < calls.size()) {
      var left = calls.subList(done, calls.size());
      var together = left.stream().takeWhile(call -> !mayWait(round, call)).toList();
      if (together.isEmpty()) {
        alone(round, left.getFirst(), listener);
        done++;
      } else {
        together(round, together, listener);
        done += together.size();
      }
    }
  }

  private boolean mayWait(Round round, ToolCall call) {
    return permissions.mayWait(round.caller(), round.turn(), round.asked(), call);
  }

  private void alone(Round round, ToolCall call, Listener listener) {
    listener.called(call);
    var result =
        permissions
            .refusal(round.caller(), round.turn(), round.asked(), call)
            .orElseGet(() -> done(round, call));
    returned(round, call, result, listener);
  }

  private void together(Round round, List<ToolCall> calls, Listener listener) {
    try (var running = new CallsAtOnce(calls, call -> unlessForbidden(round, call))) {
      for (var call : calls) {
        listener.called(call);
        returned(round, call, running.result(call), listener);
      }
    }
  }

  private String unlessForbidden(Round round, ToolCall call) {
    return permissions
        .prohibition(round.caller(), round.asked(), call)
        .orElseGet(() -> done(round, call));
  }

  private String done(Round round, ToolCall call) {
    return runner.run(round.asked().occasion(round.caller()), call, round.turn().cancellation());
  }

  private void returned(Round round, ToolCall call, String result, Listener listener) {
    permissions.returned(round.caller(), round.asked(), call);
    listener.returned(call, result);
  }
}
