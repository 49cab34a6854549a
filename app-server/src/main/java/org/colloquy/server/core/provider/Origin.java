package org.colloquy.server.core.provider;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// A server that connections lead to.
///
/// @param host in small letters; an address of IPv6 without its brackets
public record Origin(boolean secure, String host, int port) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int MOST_PORT = 65535;

  /// The server of an address; empty when it is no http or https address, or when something stands
  /// in front of its host, which makes an address look like another one.
  public static Optional<Origin> of(URI address) {
    var scheme = address.getScheme();
    var host = address.getHost();
    if (scheme == null
        || host == null
        || address.getRawUserInfo() != null
        || address.getPort() > MOST_PORT) {
      return Optional.empty();
    }
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "http" -> Optional.of(of(false, host, address.getPort()));
      case "https" -> Optional.of(of(true, host, address.getPort()));
      default -> Optional.empty();
    };
  }

  private static Origin of(boolean secure, String host, int port) {
    var name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new Origin(
        secure, name.toLowerCase(Locale.ROOT), port >= 0 ? port : secure ? HTTPS : HTTP);
  }

  /// As the `Host` header says it.
  public String hostHeader() {
    var name = host.contains(":") ? "[" + host + "]" : host;
    return port == (secure ? HTTPS : HTTP) ? name : name + ":" + port;
  }

  @Override
  public String toString() {
    return (secure ? "https://" : "http://") + hostHeader();
  }
}
