package org.colloquy.server.llm.http;

import java.io.IOException;
import java.util.Optional;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.outbound.RefusedException;

/// An exchange with a provider broke before or in the middle of its answer.
public final class WireFailure extends IOException {
  private static final long serialVersionUID = 1L;
  private final UpstreamFault fault;

  WireFailure(UpstreamFault fault, String what) {
    super(what);
    this.fault = fault;
  }

  WireFailure(UpstreamFault fault, IOException cause) {
    super(cause);
    this.fault = fault;
  }

  /// Why nobody may be reached there; empty when it broke for another reason.
  public Optional<RefusedException> refusal() {
    return getCause() instanceof RefusedException refused ? Optional.of(refused) : Optional.empty();
  }

  public UpstreamFault fault() {
    return fault;
  }
}
