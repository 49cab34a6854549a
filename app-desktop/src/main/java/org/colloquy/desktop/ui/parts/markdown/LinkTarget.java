package org.colloquy.desktop.ui.parts.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Where a link leads. Only addresses of the web and of mail count; a model must not be able to
/// offer a file or a program to click on.
record LinkTarget(URI address) {
  static @Nullable LinkTarget of(String address) {
    try {
      var uri = new URI(address);
      var web =
          ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
              && uri.getHost() != null;
      return web || "mailto".equalsIgnoreCase(uri.getScheme()) ? new LinkTarget(uri) : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }

  /// The words with the host behind them, so that nobody is led somewhere unseen.
  String label(String words) {
    var host = address.getHost();
    return host == null || words.contains(host) ? words : words + " (" + host + ")";
  }
}
