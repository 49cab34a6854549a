package org.colloquy.desktop.ui.keys;

import java.util.List;
import javafx.util.StringConverter;
import org.colloquy.desktop.text.Text;
import org.colloquy.model.ProviderKind;

/// What the languages that providers speak are called.
final class LanguageNames extends StringConverter<ProviderKind> {
  /// Those that a server can be added with.
  static final List<ProviderKind> SPOKEN =
      List.of(
          ProviderKind.OPENAI_CHAT,
          ProviderKind.OPENAI_RESPONSES,
          ProviderKind.ANTHROPIC,
          ProviderKind.GEMINI,
          ProviderKind.OLLAMA);

  @Override
  public String toString(ProviderKind kind) {
    return switch (kind) {
      case OPENAI_CHAT -> Text.of("keys.language.usual");
      case OPENAI_RESPONSES -> "OpenAI Responses";
      case ANTHROPIC -> "Anthropic Messages";
      case GEMINI -> "Google Gemini";
      case OLLAMA -> "Ollama";
      case LOCAL, GGUF -> "";
    };
  }

  @Override
  public ProviderKind fromString(String name) {
    return SPOKEN.stream()
        .filter(kind -> toString(kind).equals(name))
        .findFirst()
        .orElse(ProviderKind.OPENAI_CHAT);
  }
}
