package org.colloquy.server.http;

import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.turn.SinkClosed;
import org.colloquy.server.http.PathTree.Found;
import org.colloquy.server.http.PathTree.Mounted;

/// The one handler of all faces: finds the endpoint, finds the caller, runs, and lets the face say
/// what went wrong.
final class Endpoints implements Handler {
  /// To somebody who did not ask for a WebSocket, or not as it is done.
  private static final Answer NO_HANDSHAKE =
      NeutralProblems.error(426, "this is a WebSocket")
          .with("Upgrade", "websocket")
          .with("Sec-WebSocket-Version", "13");

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final String BROKEN = "requests had bodies whose end cannot be told";

  private final PathTree paths;
  private final Gate gate;
  private final HttpSettings settings;
  private final Heartbeats heartbeats;
  private final Incidents incidents;
  private final RareWarnings warnings;
  private final RequestWatch watch;

  Endpoints(
      PathTree paths,
      Gate gate,
      HttpSettings settings,
      Heartbeats heartbeats,
      Incidents incidents,
      RareWarnings warnings,
      RequestWatch watch) {
    this.paths = paths;
    this.gate = gate;
    this.settings = settings;
    this.heartbeats = heartbeats;
    this.incidents = incidents;
    this.warnings = warnings;
    this.watch = watch;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    long begin = System.nanoTime();
    var exchange = new Exchange(request, response, settings.bodyLimit(), heartbeats);
    watch.begun(exchange::header);
    try {
      handle(request, response, exchange);
    } finally {
      var method = METHODS.contains(exchange.method()) ? exchange.method() : "other";
      var took = Duration.ofNanos(System.nanoTime() - begin);
      watch.answered(
          new RequestWatch.Answered(
              exchange.face(), method, exchange.route(), exchange.status(), took));
    }
  }

  private void handle(ServerRequest request, ServerResponse response, Exchange exchange) {
    ResponseHeaders.always(response);
    if (request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
      response.whenSent(() -> hangUp(exchange));
    }
    var tooMuch = HeadLimits.refusal(request.prologue(), request.headers());
    if (tooMuch != null) {
      exchange.answer(tooMuch);
    } else {
      admit(request, response, exchange);
    }
    finish(exchange);
  }

  private void admit(ServerRequest request, ServerResponse response, Exchange exchange) {
    var visitor =
        Gate.Visitor.of(
            request.prologue().method().text(), request.headers(), request.localPeer().port());
    switch (gate.judge(visitor)) {
      case Gate.Refused(var status, var why) -> exchange.answer(NeutralProblems.error(status, why));
      case Gate.Preflight(var origin) -> {
        ResponseHeaders.shared(response, origin);
        ResponseHeaders.preflight(response, origin);
        exchange.replyEmpty(200);
      }
      case Gate.Admitted(var origin, var foreign) -> {
        ResponseHeaders.shared(response, origin);
        exchange.admitted(foreign);
        route(exchange);
      }
    }
  }

  /// A body that nobody read to its end stands between this request and the next one.
  private void finish(Exchange exchange) {
    boolean ended;
    try {
      ended = exchange.throwAwayRest();
    } catch (BrokenBodyException _) {
      warnings.warn(BROKEN);
      ended = false;
    }
    if (!ended) {
      throw new CloseConnectionException("more was sent than is read");
    }
  }

  private void route(Exchange exchange) {
    var found = paths.find(exchange.path());
    if (found == null) {
      exchange.answer(notFound(exchange));
      return;
    }
    var method = exchange.method();
    var candidates = found.methods().get(method.equals("HEAD") ? "GET" : method);
    if (candidates != null) {
      var mounted = meant(candidates, exchange);
      exchange.matched(mounted.names(), found.values());
      exchange.meantFor(mounted.face(), mounted.endpoint().path());
      run(mounted, exchange);
    } else if (method.equals("OPTIONS")) {
      exchange.replyHeader("Allow", allowed(found));
      exchange.replyEmpty(200);
    } else {
      var all = found.methods().values().stream().flatMap(List::stream).toList();
      var refusal =
          meant(all, exchange).face().problems().answer(new RequestFault.MethodNotAllowed(method));
      exchange.answer(refusal.with("Allow", allowed(found)));
    }
  }

  /// A path that nobody has is told in the words of the face whose paths begin like it.
  private Answer notFound(Exchange exchange) {
    var alike = paths.beginningLike(exchange.path());
    return alike.isEmpty()
        ? NeutralProblems.NOT_FOUND
        : meant(alike, exchange).face().problems().answer(new Problem.NotFound("path"));
  }

  /// The first one that claims the request; the last one, which is not asked, when none does.
  private static Mounted meant(List<Mounted> candidates, Exchange exchange) {
    return candidates.subList(0, candidates.size() - 1).stream()
        .filter(candidate -> candidate.face().claims().test(exchange))
        .findFirst()
        .orElseGet(candidates::getLast);
  }

  private static String allowed(Found found) {
    var methods = new TreeSet<>(found.methods().keySet());
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return String.join(", ", methods);
  }

  private void run(Mounted mounted, Exchange exchange) {
    var problems = mounted.face().problems();
    try {
      switch (mounted.endpoint()) {
        case Endpoint.Open open -> open.handler().handle(exchange);
        case Endpoint.SignedIn signedIn -> {
          var caller = mounted.face().callers().read(exchange);
          caller.require(signedIn.needs());
          signedIn.handler().handle(caller, exchange);
        }
        case Endpoint.Socket _ -> exchange.answer(NO_HANDSHAKE);
      }
      if (!exchange.complete()) {
        throw new CloseConnectionException("the answer was not said to its end");
      }
    } catch (ProblemException e) {
      refuse(exchange, problems.answer(e.problem()), e);
    } catch (BrokenBodyException e) {
      warnings.warn(BROKEN);
      refuse(exchange, problems.answer(e.fault()).with("Connection", "close"), e);
      throw new CloseConnectionException("the next request cannot be found", e);
    } catch (RequestFaultException e) {
      refuse(exchange, problems.answer(e.fault()), e);
    } catch (CloseConnectionException | HttpException | RequestException e) {
      throw e; // Helidon's own word for a request that is not HTTP
    } catch (SinkClosed e) {
      throw new CloseConnectionException("the reader has gone", e);
    } catch (RuntimeException e) {
      var incident = incidents.log(mounted.endpoint(), e);
      refuse(exchange, problems.answer(new Problem.Internal(incident)), e);
    }
  }

  /// Once an answer has begun there is no other way to say that it failed than to cut it off.
  private static void refuse(Exchange exchange, Answer answer, RuntimeException cause) {
    if (exchange.begun()) {
      throw new CloseConnectionException("cut off", cause);
    }
    exchange.answer(answer);
  }

  private void hangUp(Exchange exchange) {
    finish(exchange);
    throw new CloseConnectionException("the client asked for it");
  }
}
