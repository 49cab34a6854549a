package org.colloquy.desktop.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLParameters;
import org.colloquy.desktop.client.ServerAddress.Known;
import org.colloquy.model.Fingerprint;

/// The connections to servers: those to a server that the window was paired with trust its
/// authority alone, all others whom the system trusts. The program's own server speaks no TLS.
final class Connections {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient plain =
      builder().sslContext(new NoTls()).sslParameters(new SSLParameters()).build();
  private final Map<String, Pinned> pinned = new ConcurrentHashMap<>();

  private record Pinned(Fingerprint authority, HttpClient client) {}

  /// Made when the first such server is asked.
  private static final class Encrypted {
    static final HttpClient CLIENT = builder().build();
  }

  /// This server will be asked.
  void meant(Known server) {
    var place = server.base().getAuthority();
    var authority = server.authority();
    var now = pinned.get(place);
    if (authority == null) {
      pinned.remove(place);
    } else if (now == null || !now.authority().equals(authority)) {
      pinned.put(place, new Pinned(authority, client(authority)));
    }
  }

  /// The connections to where this address is.
  HttpClient to(URI address) {
    var found = pinned.get(address.getAuthority());
    if (found != null) {
      return found.client();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? Encrypted.CLIENT : plain;
  }

  private static HttpClient client(Fingerprint authority) {
    var parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3"});
    return builder().sslContext(PinnedTrust.of(authority)).sslParameters(parameters).build();
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER);
  }
}
