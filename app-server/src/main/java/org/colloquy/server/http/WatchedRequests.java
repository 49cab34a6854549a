package org.colloquy.server.http;

import io.helidon.common.concurrency.limits.Limit;
import java.util.Optional;

/// Lets every request through that another limit lets through, and tells its connection's [Pace]
/// when it begins and when it is over.
final class WatchedRequests implements Limit {
  private final Limit limit;
  private final Pace pace;

  WatchedRequests(Limit limit, Pace pace) {
    this.limit = limit;
    this.pace = pace;
  }

  @Override
  public Outcome tryAcquireOutcome(boolean wait) {
    var outcome = limit.tryAcquireOutcome(wait);
    if (outcome instanceof Outcome.Accepted accepted) {
      pace.expectMore();
      return Outcome.immediateAcceptance(name(), type(), new Watched(accepted.token()));
    }
    return outcome;
  }

  @Override
  @SuppressWarnings("removal") // has to be there as long as Helidon has it
  public Optional<Token> tryAcquire() {
    return tryAcquire(true);
  }

  @Override
  @SuppressWarnings("removal") // has to be there as long as Helidon has it
  public Optional<Token> tryAcquire(boolean wait) {
    return tryAcquireOutcome(wait) instanceof Outcome.Accepted accepted
        ? Optional.of(accepted.token())
        : Optional.empty();
  }

  @Override
  public Limit copy() {
    return new WatchedRequests(limit.copy(), pace);
  }

  @Override
  public String name() {
    return limit.name();
  }

  @Override
  public String type() {
    return limit.type();
  }

  private final class Watched implements Token {
    private final Token permit;

    private Watched(Token permit) {
      this.permit = permit;
    }

    @Override
    public void success() {
      pace.expectNextRequest();
      permit.success();
    }

    @Override
    public void dropped() {
      pace.expectNextRequest();
      permit.dropped();
    }

    @Override
    public void ignore() {
      pace.expectNextRequest();
      permit.ignore();
    }
  }
}
