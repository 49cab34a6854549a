package org.colloquy.server.llm.http;

import java.io.IOException;
import org.colloquy.model.Problem.UpstreamFault;

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

  public UpstreamFault fault() {
    return fault;
  }
}
