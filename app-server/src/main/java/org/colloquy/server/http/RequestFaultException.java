package org.colloquy.server.http;

/// Carries a [RequestFault] up to the face that renders it.
public final class RequestFaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RequestFault fault;

  public RequestFaultException(RequestFault fault) {
    super(fault.getClass().getSimpleName());
    this.fault = fault;
  }

  public RequestFaultException(RequestFault fault, Throwable cause) {
    super(fault.getClass().getSimpleName(), cause);
    this.fault = fault;
  }

  public RequestFault fault() {
    return fault;
  }
}
