package org.colloquy.server.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.server.core.provider.Secret;
import org.jspecify.annotations.Nullable;

/// The address of a database on a server, as somebody wrote it. Some parameters that the driver
/// knows have it load classes or write files, so only those are taken that do neither.
///
/// @param url without a password
/// @param password that stood in it; null when none did
record DatabaseAddress(String url, @Nullable Secret password) {
  private static final Pattern FORM =
      Pattern.compile("(jdbc:postgresql://[A-Za-z0-9._:,\\[\\]-]+/[A-Za-z0-9._%-]+)(?:\\?(\\S*))?");

  private static final String PASSWORD = "password";

  /// The parameters that may be set, in the order of the alphabet.
  static final List<String> PARAMETERS =
      List.of(
          "ApplicationName",
          "channelBinding",
          "connectTimeout",
          "currentSchema",
          "hostRecheckSeconds",
          "loadBalanceHosts",
          "loginTimeout",
          PASSWORD,
          "prepareThreshold",
          "socketTimeout",
          "ssl",
          "sslcert",
          "sslkey",
          "sslmode",
          "sslnegotiation",
          "sslrootcert",
          "targetServerType",
          "tcpKeepAlive",
          "user");

  /// Reads an address; empty when it is none, or has a parameter that may not be set.
  static Optional<DatabaseAddress> read(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var kept = new ArrayList<String>();
    Secret password = null;
    for (var parameter : parameters(form)) {
      var name = parameter.replaceFirst("=.*", "");
      if (!PARAMETERS.contains(name)) {
        return Optional.empty();
      }
      if (name.equals(PASSWORD)) {
        password = Secret.of(decoded(parameter.substring(name.length()).replaceFirst("=", "")));
      } else {
        kept.add(parameter);
      }
    }
    var url = form.group(1) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
    return Optional.of(new DatabaseAddress(url, password));
  }

  private static String[] parameters(Matcher form) {
    var given = form.group(2);
    return given == null || given.isEmpty() ? new String[0] : given.split("&", -1);
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, UTF_8);
    } catch (IllegalArgumentException _) {
      return value;
    }
  }

  /// What may be shown of a text that should be an address: no parameter, and nothing at all when
  /// it is not understood.
  static String shown(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return text.isBlank() ? "" : "set";
    }
    return form.group(1) + (form.group(2) == null ? "" : "?...");
  }
}
