package org.colloquy.server.http;

import org.jspecify.annotations.Nullable;

/// Carries a [RequestFault] up to the face that renders it.
public sealed class RequestFaultException extends RuntimeException permits BrokenBodyException {
  private static final long serialVersionUID = 1L;

  private final transient RequestFault fault;

  public RequestFaultException(RequestFault fault) {
    super(fault.getClass().getSimpleName());
    this.fault = fault;
  }

  public RequestFaultException(RequestFault fault, @Nullable Throwable cause) {
    super(fault.getClass().getSimpleName(), cause);
    this.fault = fault;
  }

  public RequestFault fault() {
    return fault;
  }
}
