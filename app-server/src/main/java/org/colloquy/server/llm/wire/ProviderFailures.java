package org.colloquy.server.llm.wire;

import com.fasterxml.jackson.databind.JsonNode;
import org.colloquy.model.Problem.Upstream;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.http.WireFailure;
import org.jspecify.annotations.Nullable;

/// Says a provider's failures in the program's words.
public final class ProviderFailures {
  private static final int OK = 200;

  private final String provider;
  private final @Nullable Secret key;

  ProviderFailures(String provider, @Nullable Secret key) {
    this.provider = provider;
    this.key = key;
  }

  /// The exchange broke.
  ///
  /// @param status what was answered until then; 0 when nothing was
  public ProblemException broken(WireFailure failure, int status) {
    return failure
        .refusal()
        .map(refused -> new ProblemException(refused.problem(), failure))
        .orElseGet(() ->
            new ProblemException(new Upstream(provider, failure.fault(), status, ""), failure));
  }

  /// It answered with a status that is not a success.
  ///
  /// @param after its `Retry-After`; empty when it gave none
  Attempt.Refused refused(int status, String after, String body) {
    var words = Words.of(body);
    return new Attempt.Refused(
        status, after, body, upstream(words.fault(status, key != null), status, words.said()));
  }

  /// It refused something that is asked only once.
  public ProblemException refused(int status, String body) {
    return refused(status, "", body).failure();
  }

  /// It told an error inside an answer that had begun well.
  Attempt.Refused told(JsonNode error) {
    var words = Words.of(error);
    int status = words.status();
    var upstream = upstream(words.fault(status, key != null), OK, words.said());
    return new Attempt.Refused(status, "", error.toString(), upstream);
  }

  /// It answered with a status that makes no sense here; redirects are not followed.
  public ProblemException redirects(int status, String location) {
    return problem(
        UpstreamFault.NONSENSE, status, location.isEmpty() ? "" : "Moved to " + location);
  }

  /// What it sent is not the protocol.
  public ProblemException nonsense(int status, String text) {
    return problem(UpstreamFault.NONSENSE, status, Redaction.withoutMarkup(text));
  }

  /// The answer ended in the middle.
  ProblemException cut(int status) {
    return problem(UpstreamFault.CUT, status, "");
  }

  /// The key cannot be a key.
  ProblemException unsendableKey() {
    return problem(UpstreamFault.WRONG_KEY, 0, "");
  }

  /// The address cannot be one.
  ProblemException noAddress() {
    return problem(UpstreamFault.UNREACHABLE, 0, "");
  }

  private ProblemException problem(UpstreamFault fault, int status, String said) {
    return new ProblemException(upstream(fault, status, said));
  }

  private Upstream upstream(UpstreamFault fault, int status, String said) {
    return new Upstream(provider, fault, status, Redaction.of(said, key));
  }
}
