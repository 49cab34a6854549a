package org.colloquy.server.core.provider;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.ProviderKind;

/// The base address of a provider's API, as people type it and as we keep it.
final class ProviderAddress {
  private ProviderAddress() {}

  /// With scheme and path, without a slash at the end. A bare host gets the usual path.
  static String normalized(String typed) {
    return normalized(typed, ProviderKind.OPENAI_CHAT);
  }

  /// The same for a provider of this kind.
  static String normalized(String typed, ProviderKind kind) {
    var text = typed.strip();
    if (!text.contains("://")) {
      text = "https://" + text;
    }
    var address = parsed(text);
    var scheme = address.getScheme().toLowerCase(Locale.ROOT);
    boolean usable =
        (scheme.equals("http") || scheme.equals("https"))
            && address.getHost() != null
            && Origin.of(address).isPresent()
            && address.getQuery() == null
            && address.getFragment() == null;
    if (!usable) {
      throw unusable();
    }
    var path = address.getPath().replaceAll("/+$", "");
    var port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return scheme
        + "://"
        + address.getHost().toLowerCase(Locale.ROOT)
        + port
        + (path.isEmpty() ? usualPath(kind) : path);
  }

  /// Where a file is on this computer, from its path as people type or choose it.
  static String ofFile(String typed) {
    var file = new File(typed.strip());
    if (typed.indexOf('\0') >= 0 || !file.isAbsolute()) {
      throw new ProblemException(
          new Problem.Invalid("address", "This is not the whole path of a file."));
    }
    return file.toURI().toString();
  }

  private static String usualPath(ProviderKind kind) {
    return switch (kind) {
      case LOCAL, OPENAI_CHAT, OPENAI_RESPONSES, ANTHROPIC -> "/v1";
      case GEMINI -> "/v1beta";
      case OLLAMA -> "/api";
      case GGUF -> "";
    };
  }

  static String host(String address) {
    return URI.create(address).getAuthority();
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw unusable();
    }
  }

  static ProblemException unusable() {
    return new ProblemException(
        new Problem.Invalid(
            "address", "This is not the address of a server, such as https://api.example.org/v1."));
  }
}
