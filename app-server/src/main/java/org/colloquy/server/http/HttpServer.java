package org.colloquy.server.http;

import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.colloquy.server.core.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens on one port and speaks for all faces.
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final Duration IDLE_CHECK = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final WebServer server;
  private final Heartbeats heartbeats;
  private final OpenSockets sockets;
  private final OpenConnections connections;
  private final AtomicBoolean closing;

  private HttpServer(
      WebServer server,
      Heartbeats heartbeats,
      OpenSockets sockets,
      OpenConnections connections,
      AtomicBoolean closing) {
    this.server = server;
    this.heartbeats = heartbeats;
    this.sockets = sockets;
    this.connections = connections;
    this.closing = closing;
  }

  /// Starts to listen.
  ///
  /// @param watch is told of every request
  /// @throws UncheckedIOException when the port is taken
  public static HttpServer start(
      HttpSettings settings, List<Face> faces, Ids ids, RequestWatch watch) {
    var closing = new AtomicBoolean();
    var all = new ArrayList<>(faces);
    all.add(new HealthRoutes(closing).face());
    var heartbeats = new Heartbeats(settings.silence());
    var sockets = new OpenSockets(heartbeats);
    var paths = PathTree.of(all);
    var scheme = settings.tls() == null ? Gate.Scheme.HTTP : Gate.Scheme.HTTPS;
    var gate = new Gate(scheme, settings.names(), settings.origins());
    var incidents = new Incidents(ids);
    var warnings = new RareWarnings();
    var connections =
        new OpenConnections(
            http1(new SocketUpgrader(paths, gate, sockets, incidents)),
            settings.connections(),
            warnings);
    var endpoints = new Endpoints(paths, gate, settings, heartbeats, incidents, warnings, watch);
    var server = listen(settings, endpoints, connections, new UnreadableRequests(warnings));
    if (server.port() < 0) {
      // Helidon logs that it could not listen, and goes on as if it did.
      heartbeats.close();
      connections.close();
      server.stop();
      throw new UncheckedIOException(new BindException("port " + settings.port() + " is taken"));
    }
    return new HttpServer(server, heartbeats, sockets, connections, closing);
  }

  /// Lets Helidon look up what it looks up once in a process, so that [#start] takes less time.
  public static void lookUpAhead() {
    HttpRouting.builder().build();
    WebServer.builder().buildPrototype();
  }

  /// The port it listens on.
  public int port() {
    return server.port();
  }

  /// How many connections are open.
  public int connections() {
    return connections.count();
  }

  /// From now on `/health/ready` says no; everything else goes on.
  public void announceNotReady() {
    closing.set(true);
  }

  /// From now on `/health/ready` says no, and WebSockets are told to go; everything else goes on
  /// until [#close].
  public void announceClosing() {
    announceNotReady();
    sockets.sayFarewell();
  }

  /// Stops listening and ends what is open. Turns must have been ended before.
  @Override
  public void close() {
    announceClosing();
    sockets.awaitFarewell();
    heartbeats.close();
    server.stop();
    connections.close();
  }

  private static WebServer listen(
      HttpSettings settings,
      Endpoints endpoints,
      OpenConnections connections,
      UnreadableRequests refusals) {
    var server = WebServer.builder();
    var tls = settings.tls();
    if (tls != null) {
      server.tls(Encryption.with(tls));
    }
    return server
        .bindAddress(new InetSocketAddress(settings.address(), settings.port()))
        .connectionOptions(options -> options.tcpNoDelay(true))
        .maxTcpConnections(settings.connections().most() + 2 * OpenConnections.REFUSED_AT_ONCE)
        .idleConnectionTimeout(settings.connections().idle())
        .idleConnectionPeriod(IDLE_CHECK)
        .shutdownGracePeriod(GRACE)
        .shutdownHook(false)
        .writeBufferSize(0)
        .directHandlers(refusals.forEverything())
        .protocolsDiscoverServices(false)
        .addConnectionSelector(connections)
        .routing(routing(endpoints))
        .build()
        .start();
  }

  private static ServerConnectionSelector http1(SocketUpgrader upgrader) {
    return Http1ConnectionSelector.builder()
        .config(
            Http1Config.builder()
                .maxHeadersSize(HeadLimits.LONGEST_HEADERS)
                .maxPrologueLength(HeadLimits.LONGEST_FIRST_LINE)
                .build())
        .addUpgrader(upgrader)
        .build();
  }

  private static HttpRouting.Builder routing(Endpoints endpoints) {
    return HttpRouting.builder()
        .any(endpoints)
        .error(HttpException.class, (_, response, e) -> fail(response, e.status()))
        .error(Throwable.class, (_, response, e) -> fail(response, e));
  }

  private static void fail(ServerResponse response, Throwable e) {
    LOG.error("a request failed", e);
    fail(response, Status.INTERNAL_SERVER_ERROR_500);
  }

  private static void fail(ServerResponse response, Status status) {
    response.header(HeaderValues.CONTENT_TYPE_JSON);
    response.status(status).send(UnreadableRequests.body(status));
  }
}
