package org.colloquy.server.sharing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.colloquy.model.Fingerprint;

/// Somebody on the network who knows a server's fingerprint and nothing else of it. The server's
/// certificate must be from that authority, in time, and for the name that was asked for.
public final class NetworkClient implements AutoCloseable {
  private final AtomicReference<X509Certificate> seen = new AtomicReference<>();
  private final HttpClient http;
  private final String token;

  NetworkClient(Fingerprint authority, String token) {
    this(authority, token, "TLSv1.3");
  }

  /// @param version of TLS that it speaks
  NetworkClient(Fingerprint authority, String token, String version) {
    this.token = token;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(context(new Pinned(authority)))
            .sslParameters(new SSLParameters(null, new String[] {version}))
            .build();
  }

  /// The certificate of the last new connection.
  X509Certificate seen() {
    return Objects.requireNonNull(seen.get());
  }

  public HttpResponse<String> get(String address) {
    return send("GET", address, "");
  }

  public HttpResponse<String> send(String method, String address, String json, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static SSLContext context(X509TrustManager trust) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }

  /// Trusts what the pinned authority certified.
  private final class Pinned implements X509TrustManager {
    private final Fingerprint authority;

    private Pinned(Fingerprint authority) {
      this.authority = authority;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      var root = chain[chain.length - 1];
      if (!Fingerprint.of(root.getPublicKey().getEncoded()).equals(authority)) {
        throw new CertificateException("another authority");
      }
      try {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("authority", root);
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        ((X509TrustManager) factory.getTrustManagers()[0]).checkServerTrusted(chain, type);
        seen.set(chain[0]);
      } catch (IOException | GeneralSecurityException e) {
        throw new CertificateException(e);
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      throw new AssertionError("no client here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
