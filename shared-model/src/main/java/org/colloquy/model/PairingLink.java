package org.colloquy.model;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What leads a window to a server that is shared on the network: where it is, what it is
/// recognised by, and perhaps an invitation. Written as `https://HOST:PORT#fp=FINGERPRINT&c=CODE`.
///
/// @param server its address, without anything after host and port
/// @param authority of the certificate authority that the server's certificates are from
/// @param code of an invitation, which is a secret; null when there is none
public record PairingLink(URI server, Fingerprint authority, @Nullable String code) {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,200}");
  private static final int LONGEST = 1_000;

  /// @throws IllegalArgumentException when the address has no host, is not `https`, or has more
  ///   after host and port; or when the code has other characters than letters, digits, `-` and `_`
  public PairingLink {
    if (!isServer(server) || (code != null && !CODE.matcher(code).matches())) {
      throw new IllegalArgumentException("no pairing link");
    }
  }

  /// What came of reading a link that somebody typed.
  public sealed interface Read {
    /// It is one.
    record Good(PairingLink link) implements Read {}

    /// It is meant to be one, but its fingerprint was not copied as it is.
    record WrongFingerprint() implements Read {}

    /// It is something else.
    record Other() implements Read {}
  }

  /// Reads a link; spaces around and in it do not count.
  public static Read read(String typed) {
    var text = typed.length() > LONGEST ? "" : typed.replaceAll("\\s", "");
    var mark = text.indexOf('#');
    if (mark < 0) {
      return new Read.Other();
    }
    try {
      var server = URI.create(text.substring(0, mark).replaceAll("/+$", ""));
      var parts = parts(text.substring(mark + 1));
      var fingerprint = parts.get("fp");
      var code = parts.get("c");
      boolean good = isServer(server) && (code == null || CODE.matcher(code).matches());
      if (!good || fingerprint == null) {
        return new Read.Other();
      }
      return Fingerprint.read(fingerprint)
          .<Read>map(authority -> new Read.Good(new PairingLink(server, authority, code)))
          .orElseGet(Read.WrongFingerprint::new);
    } catch (IllegalArgumentException _) {
      return new Read.Other();
    }
  }

  private static Map<String, String> parts(String text) {
    var parts = new HashMap<String, String>();
    for (var part : text.split("&", -1)) {
      var halves = part.split("=", 2);
      parts.put(halves[0].toLowerCase(Locale.ROOT), halves[halves.length - 1]);
    }
    return parts;
  }

  private static boolean isServer(URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawPath().isEmpty()
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }

  /// The link as it is copied and shown, with the code.
  public String text() {
    return server + "#fp=" + authority.text() + (code == null ? "" : "&c=" + code);
  }

  /// The link without the code, which is a secret.
  @Override
  public String toString() {
    return server + "#fp=" + authority.text();
  }
}
