package org.colloquy.server.tool.web;

import java.io.IOException;
import java.net.URISyntaxException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.colloquy.server.core.provider.Origin;
import org.colloquy.server.outbound.WayOut;

/// Speaks HTTP with the outside, by the way out it was given. It says who it is, follows no
/// redirects, keeps neither cookies nor connections, and never takes a detour through a proxy.
/// Interrupting the thread ends a request.
public final class WebClient {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Http1Config MODEST_HEADS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(32_768).build();

  private final String userAgent;
  private final WayOut wayOut;
  private final Supplier<SSLContext> trust;
  private final Timeout patience;

  /// @param userAgent what it calls itself
  public WebClient(String userAgent, WayOut wayOut) {
    this(userAgent, wayOut, PATIENCE);
  }

  /// A client that waits this long for a connection, and for the next thing a server says.
  public WebClient(String userAgent, WayOut wayOut, Duration patience) {
    this(userAgent, wayOut, WebClient::systemTrust, patience);
  }

  /// A client that trusts whom `trust` trusts; it is asked when a connection is made, since loading
  /// the system's certificates takes a while.
  WebClient(String userAgent, WayOut wayOut, Supplier<SSLContext> trust) {
    this(userAgent, wayOut, trust, PATIENCE);
  }

  private WebClient(
      String userAgent, WayOut wayOut, Supplier<SSLContext> trust, Duration patience) {
    this.userAgent = userAgent;
    this.wayOut = wayOut;
    this.trust = trust;
    this.patience = Timeout.of(patience);
  }

  /// Sends a request and reads its answer.
  ///
  /// @param most how many bytes of the answer are read; the rest is left where it is
  /// @throws org.colloquy.server.outbound.RefusedException when its server must not be reached
  WebAnswer send(HttpUriRequestBase request, int most) throws IOException {
    return exchange(request, answer -> read(answer, most));
  }

  /// Reads an answer while it comes.
  interface Reader<T> {
    T read(ClassicHttpResponse answer) throws IOException;
  }

  /// Sends a request and has its answer read.
  ///
  /// @throws org.colloquy.server.outbound.RefusedException when its server must not be reached
  <T> T exchange(HttpUriRequestBase request, Reader<T> reader) throws IOException {
    var sockets = new GuardedSockets(wayOut, origin(request));
    var client = client(sockets);
    try {
      return reader.read(client.executeOpen(null, request, null));
    } catch (IOException e) {
      throw sockets.reason(e);
    } finally {
      // Not the answer is closed but the connection under it: closing an answer reads it to its
      // end, and some have none.
      client.close(CloseMode.IMMEDIATE);
    }
  }

  private static WebAnswer read(ClassicHttpResponse answer, int most) throws IOException {
    var entity = answer.getEntity();
    var location = answer.getFirstHeader(HttpHeaders.LOCATION);
    return new WebAnswer(
        answer.getCode(),
        location == null ? "" : location.getValue(),
        entity == null ? null : ContentType.parseLenient(entity.getContentType()),
        entity == null ? new byte[0] : entity.getContent().readNBytes(most));
  }

  private static Origin origin(HttpUriRequestBase request) throws IOException {
    try {
      return Origin.of(request.getUri()).orElseThrow(() -> new IOException("no web address"));
    } catch (URISyntaxException e) {
      throw new IOException("no web address", e);
    }
  }

  private CloseableHttpClient client(GuardedSockets sockets) {
    return HttpClients.custom()
        .setConnectionManager(connections(sockets))
        .setRoutePlanner(new DefaultRoutePlanner(null))
        .setUserAgent(userAgent)
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .build();
  }

  private HttpClientConnectionManager connections(GuardedSockets sockets) {
    var tls =
        RegistryBuilder.<TlsSocketStrategy>create()
            .register(URIScheme.HTTPS.id, new DefaultClientTlsStrategy(trust.get()))
            .build();
    var connections =
        new BasicHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(sockets, null, sockets, tls),
            ManagedHttpClientConnectionFactory.builder().http1Config(MODEST_HEADS).build());
    connections.setConnectionConfig(
        ConnectionConfig.custom().setConnectTimeout(patience).setSocketTimeout(patience).build());
    return connections;
  }

  private static SSLContext systemTrust() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java cannot speak TLS", e);
    }
  }
}
