package org.colloquy.desktop.client;

import java.net.URI;
import java.util.List;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;

/// A provider that this person can use.
///
/// @param address the base address of its API; empty for the built-in one
/// @param own whether this person added it
public record ProviderEntry(
    ProviderId id,
    String name,
    ProviderKind kind,
    String address,
    boolean own,
    List<ModelInfo> models) {
  public ProviderEntry {
    models = List.copyOf(models);
  }

  /// The host that requests go to; empty when they stay inside the program.
  public String host() {
    return hostOf(address);
  }

  /// Whether what is said stays on this computer.
  public boolean onThisComputer() {
    return switch (kind) {
      case LOCAL, GGUF -> true;
      case OPENAI_CHAT, OPENAI_RESPONSES, ANTHROPIC, GEMINI, OLLAMA -> isThisComputer(host());
    };
  }

  static boolean isThisComputer(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
  }

  static String hostOf(String address) {
    try {
      var host = URI.create(address).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
