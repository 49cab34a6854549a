package org.colloquy.server.tool.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Reads the addresses that stand in pages and answers.
final class WebAddress {
  private static final int LONGEST = 2_048;

  private WebAddress() {}

  /// A web page's address, without its fragment; empty when it is not one. Names and passwords in
  /// front of the host are not accepted: they make an address look like another one.
  static Optional<URI> of(String text) {
    try {
      return text.length() > LONGEST ? Optional.empty() : page(new URI(text.strip()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// An address that stands in a page or an answer with this address.
  static Optional<URI> of(String text, URI base) {
    try {
      return text.isBlank() ? Optional.empty() : of(base.resolve(text.strip()).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> page(URI address) throws URISyntaxException {
    var scheme = address.getScheme();
    boolean usable =
        scheme != null
            && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
            && address.getHost() != null
            && !address.getHost().contains("%")
            && address.getRawUserInfo() == null;
    if (!usable) {
      return Optional.empty();
    }
    var whole = new URI(address.toASCIIString().replaceFirst("#.*$", ""));
    return Optional.of(whole.normalize());
  }

  /// The host as people read it.
  static String site(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }
}
