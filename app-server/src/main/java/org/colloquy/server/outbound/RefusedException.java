package org.colloquy.server.outbound;

import java.io.IOException;
import java.net.UnknownHostException;
import org.colloquy.model.Problem;

/// No connection is made to this host, because of where it is.
public final class RefusedException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  private final boolean staysHere;

  private RefusedException(String sentence, boolean staysHere) {
    super(sentence);
    this.staysHere = staysHere;
  }

  /// Nothing leaves this machine, and this host is elsewhere.
  static RefusedException nothingLeaves(String host) {
    return new RefusedException(
        "Nothing leaves this machine: its owner switched that on, and "
            + host
            + " is somewhere else.",
        true);
  }

  /// The host is not where it may be.
  static RefusedException notAllowed(String host) {
    return new RefusedException(
        host
            + " is no public server. What is on this computer or in its network may be reached"
            + " only after the owner of this Colloquy has added it as a provider.",
        false);
  }

  /// Whether something failed because nothing leaves this machine.
  public static boolean staysHere(IOException failure) {
    return failure instanceof RefusedException refused && refused.staysHere;
  }

  /// What people are told.
  public Problem problem() {
    return new Problem.Unavailable(String.valueOf(getMessage()));
  }
}
