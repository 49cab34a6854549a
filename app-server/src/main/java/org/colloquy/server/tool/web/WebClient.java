package org.colloquy.server.tool.web;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/// Speaks HTTP with the outside, and only with addresses that its rule allows. It says who it is,
/// follows no redirects, keeps neither cookies nor connections, and never takes a detour through a
/// proxy, which would make the rule blind. Interrupting the thread ends a request.
public final class WebClient {
  private static final Timeout PATIENCE = Timeout.ofSeconds(4);
  private static final Http1Config MODEST_HEADS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(32_768).build();

  private final String userAgent;
  private final NameService names;
  private final AddressRule rule;
  private final Supplier<SSLContext> trust;

  /// @param userAgent what it calls itself
  public WebClient(String userAgent, NameService names, AddressRule rule) {
    this(userAgent, names, rule, WebClient::systemTrust);
  }

  /// A client that trusts whom `trust` trusts; it is asked when a connection is made, since loading
  /// the system's certificates takes a while.
  WebClient(String userAgent, NameService names, AddressRule rule, Supplier<SSLContext> trust) {
    this.userAgent = userAgent;
    this.names = names;
    this.rule = rule;
    this.trust = trust;
  }

  /// Sends a request and reads its answer.
  ///
  /// @param most how many bytes of the answer are read; the rest is left where it is
  WebAnswer send(ClassicHttpRequest request, int most) throws IOException {
    var client = client();
    try {
      return read(client.executeOpen(null, request, null), most);
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

  private CloseableHttpClient client() {
    return HttpClients.custom()
        .setConnectionManager(connections())
        .setRoutePlanner(new DefaultRoutePlanner(null))
        .setUserAgent(userAgent)
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .build();
  }

  private HttpClientConnectionManager connections() {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(new CheckedNames(names, rule))
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(MODEST_HEADS).build())
        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust.get()))
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(PATIENCE)
                .setSocketTimeout(PATIENCE)
                .build())
        .build();
  }

  private static SSLContext systemTrust() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java cannot speak TLS", e);
    }
  }
}
