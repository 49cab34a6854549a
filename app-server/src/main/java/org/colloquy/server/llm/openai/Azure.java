package org.colloquy.server.llm.openai;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where Microsoft runs OpenAI's models: the key stands in another header, and older addresses name
/// a deployment and want a version with every request.
///
/// @param deployment the deployment that the address names; empty for addresses that end in `/v1`
record Azure(Optional<String> deployment) {
  private static final Pattern HOST =
      Pattern.compile("(?i).+\\.(openai\\.azure\\.com|cognitiveservices\\.azure\\.com)");
  private static final Pattern DEPLOYMENT = Pattern.compile(".*/openai/deployments/([^/]+)");

  /// The oldest version that knows what is asked here.
  private static final String VERSION = "?api-version=2024-10-21";

  /// Empty when the address is not one of Azure's.
  static Optional<Azure> at(String address) {
    try {
      var host = URI.create(address).getHost();
      if (host == null || !HOST.matcher(host).matches()) {
        return Optional.empty();
      }
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    var named = DEPLOYMENT.matcher(address);
    return Optional.of(new Azure(named.matches() ? Optional.of(named.group(1)) : Optional.empty()));
  }

  /// What stands behind every path.
  String query() {
    return deployment.isPresent() ? VERSION : "";
  }
}
