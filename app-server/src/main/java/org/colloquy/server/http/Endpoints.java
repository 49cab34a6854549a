package org.colloquy.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.TreeSet;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.turn.SinkClosed;
import org.colloquy.server.http.PathTree.Found;
import org.colloquy.server.http.PathTree.Mounted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one handler of all faces: finds the endpoint, finds the caller, runs, and lets the face say
/// what went wrong.
final class Endpoints implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);
  private static final int INCIDENT_LENGTH = 8;
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

  private final PathTree paths = new PathTree();
  private final Gate gate;
  private final HttpSettings settings;
  private final Heartbeats heartbeats;
  private final Ids ids;

  Endpoints(List<Face> faces, HttpSettings settings, Heartbeats heartbeats, Ids ids) {
    this.gate = new Gate(settings.names(), settings.origins());
    this.settings = settings;
    this.heartbeats = heartbeats;
    this.ids = ids;
    for (var face : faces) {
      face.paths().endpoints().forEach(endpoint -> paths.add(face, endpoint));
    }
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    if (request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
      response.whenSent(Endpoints::hangUp);
    }
    ResponseHeaders.always(response);
    var exchange = new Exchange(request, response, settings.bodyLimit(), heartbeats);
    switch (gate.judge(visitor(request))) {
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

  private static Gate.Visitor visitor(ServerRequest request) {
    var headers = request.headers();
    var method = request.prologue().method().text();
    var origin = headers.first(HeaderNames.ORIGIN).orElse(null);
    boolean preflight =
        method.equals("OPTIONS")
            && origin != null
            && headers.contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    return new Gate.Visitor(
        method,
        headers.first(HeaderNames.HOST).orElse(null),
        request.localPeer().port(),
        origin,
        headers.first(FETCH_SITE).orElse(null),
        preflight);
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

  /// The one that claims the request; the last one when none does.
  private static Mounted meant(List<Mounted> candidates, Exchange exchange) {
    for (var candidate : candidates) {
      if (candidate.face().claims().test(exchange)) {
        return candidate;
      }
    }
    return candidates.getLast();
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
        case Endpoint.SignedIn signedIn ->
            signedIn.handler().handle(mounted.face().callers().read(exchange), exchange);
      }
      if (!exchange.complete()) {
        throw new CloseConnectionException("the answer was not said to its end");
      }
    } catch (ProblemException e) {
      refuse(exchange, problems.answer(e.problem()), e);
    } catch (RequestFaultException e) {
      refuse(exchange, problems.answer(e.fault()), e);
    } catch (CloseConnectionException | HttpException | RequestException e) {
      throw e; // Helidon's own word for a request that is not HTTP
    } catch (SinkClosed e) {
      throw new CloseConnectionException("the reader has gone", e);
    } catch (RuntimeException e) {
      refuse(exchange, problems.answer(new Problem.Internal(logged(mounted, e))), e);
    }
  }

  private String logged(Mounted mounted, RuntimeException e) {
    var id = ids.next().toString();
    var incident = id.substring(id.length() - INCIDENT_LENGTH);
    var endpoint = mounted.endpoint();
    LOG.error("incident {} at {} {}", incident, endpoint.method(), endpoint.path(), e);
    return incident;
  }

  /// Once an answer has begun there is no other way to say that it failed than to cut it off.
  private static void refuse(Exchange exchange, Answer answer, RuntimeException cause) {
    if (exchange.begun()) {
      throw new CloseConnectionException("cut off", cause);
    }
    exchange.answer(answer);
  }

  private static void hangUp() {
    throw new CloseConnectionException("the client asked for it");
  }
}
