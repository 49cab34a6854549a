package org.colloquy.model;

import java.time.Duration;
import java.util.List;

/// A failure we planned for. Each client says it in its own words.
public sealed interface Problem {
  /// There is no such thing, or it belongs to somebody else.
  ///
  /// @param what a word such as `conversation`
  record NotFound(String what) implements Problem {}

  /// The request cannot be read or breaks a rule.
  record Invalid(List<Fault> faults) implements Problem {
    public Invalid {
      faults = List.copyOf(faults);
    }

    /// One fault in one field.
    public Invalid(String field, String why) {
      this(List.of(new Fault(field, why)));
    }
  }

  /// What is wrong with one field.
  ///
  /// @param field its name in the core's words; empty when the whole request is meant
  /// @param why a sentence
  record Fault(String field, String why) {}

  /// We do not know who is asking.
  record NotSignedIn(Why why) implements Problem {
    /// What is wrong with the proof.
    public enum Why {
      /// No proof was sent.
      MISSING,
      /// Something was sent that cannot be a proof.
      MALFORMED,
      /// Forged, expired, or not ours.
      NOT_VALID,
      /// A token for another purpose.
      WRONG_KIND,
      /// The account is gone.
      NO_ACCOUNT,
      /// Username and password do not belong together.
      WRONG_PASSWORD
    }
  }

  /// We know who is asking and it may not be done.
  record NotAllowed(String what) implements Problem {}

  /// It is taken, or was changed meanwhile.
  record Conflict(String what) implements Problem {}

  /// Something else has to end first.
  record Busy(String what) implements Problem {}

  /// More than we take.
  ///
  /// @param limit in bytes
  record TooLarge(long limit) implements Problem {}

  /// Too many requests.
  record RateLimited(Duration retryAfter) implements Problem {}

  /// A budget is used up.
  record QuotaReached(String what) implements Problem {}

  /// A provider did not do its part.
  ///
  /// @param provider its name
  /// @param fault what kind of failure
  /// @param status the HTTP status it sent; 0 when it sent none
  /// @param said its own words, shortened, without secrets; may be empty
  record Upstream(String provider, UpstreamFault fault, int status, String said)
      implements Problem {}

  /// What went wrong at a provider.
  enum UpstreamFault {
    /// The key is wrong or was revoked (401, 403).
    WRONG_KEY,
    /// It needs a key and there is none.
    NO_KEY,
    /// There is no such model, or no such path (404).
    NO_MODEL,
    /// The account there has no credit or quota left.
    NO_CREDIT,
    /// Too many requests (429).
    RATE_LIMITED,
    /// The request was refused for another reason (other 4xx).
    REFUSED,
    /// It failed itself (5xx, or an error inside the stream).
    FAILED,
    /// Nobody answers there: no such host, connection refused, no network.
    UNREACHABLE,
    /// The secure connection could not be made.
    TLS,
    /// It did not answer, or fell silent, for too long.
    TIMEOUT,
    /// The connection broke in the middle of the answer.
    CUT,
    /// What it sent is not the protocol.
    NONSENSE
  }

  /// We cannot do it now.
  ///
  /// @param why a sentence
  record Unavailable(String why) implements Problem {}

  /// Something unplanned; the log has more under this code.
  record Internal(String incident) implements Problem {}
}
