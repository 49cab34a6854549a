package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.Fault;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.Problem.UpstreamFault;

/// Reads a problem out of the server's JSON.
final class WireProblems {
  private WireProblems() {}

  static Problem read(JsonNode node) {
    return switch (Wire.text(node, "problem")) {
      case "not-found" -> new Problem.NotFound(Wire.text(node, "what"));
      case "invalid" ->
          new Problem.Invalid(
              Wire.list(
                  node,
                  "faults",
                  fault -> new Fault(Wire.text(fault, "field"), Wire.text(fault, "why"))));
      case "not-signed-in" ->
          new Problem.NotSignedIn(Wire.constant(Why.class, Wire.text(node, "why"), Why.NOT_VALID));
      case "not-allowed" -> new Problem.NotAllowed(Wire.text(node, "what"));
      case "conflict" -> new Problem.Conflict(Wire.text(node, "what"));
      case "busy" -> new Problem.Busy(Wire.text(node, "what"));
      case "too-large" -> new Problem.TooLarge(node.path("limit").asLong());
      case "rate-limited" ->
          new Problem.RateLimited(Duration.ofSeconds(node.path("retryAfter").asLong()));
      case "quota-reached" -> new Problem.QuotaReached(Wire.text(node, "what"));
      case "upstream" -> upstream(node);
      case "unavailable" -> new Problem.Unavailable(Wire.text(node, "why"));
      default -> new Problem.Internal(Wire.text(node, "incident"));
    };
  }

  private static Problem upstream(JsonNode node) {
    return new Problem.Upstream(
        Wire.text(node, "provider"),
        Wire.constant(UpstreamFault.class, Wire.text(node, "fault"), UpstreamFault.FAILED),
        node.path("status").asInt(),
        Wire.text(node, "said"));
  }
}
