package org.colloquy.server.llm.http;

import java.net.URI;
import java.util.Locale;
import org.colloquy.model.Problem.UpstreamFault;

/// A server that connections lead to.
record Origin(boolean secure, String host, int port) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int MOST_PORT = 65535;

  /// The server of an address.
  ///
  /// @throws WireFailure UNREACHABLE when it is not an http or https address
  static Origin of(URI address) throws WireFailure {
    var scheme = address.getScheme();
    var host = address.getHost();
    if (scheme == null || host == null || address.getPort() > MOST_PORT) {
      throw new WireFailure(UpstreamFault.UNREACHABLE, "not an address of a server");
    }
    var secure =
        switch (scheme.toLowerCase(Locale.ROOT)) {
          case "http" -> false;
          case "https" -> true;
          default -> throw new WireFailure(UpstreamFault.UNREACHABLE, "neither http nor https");
        };
    var port = address.getPort() >= 0 ? address.getPort() : secure ? HTTPS : HTTP;
    return new Origin(secure, withoutBrackets(host), port);
  }

  /// As the `Host` header says it.
  String hostHeader() {
    var name = host.contains(":") ? "[" + host + "]" : host;
    return port == (secure ? HTTPS : HTTP) ? name : name + ":" + port;
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
