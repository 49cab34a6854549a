package org.colloquy.server.core.provider;

import java.time.LocalDate;
import java.util.List;
import org.colloquy.model.ProviderKind;

/// Providers that people are likely to have a key for, or to run themselves, in the order in which
/// they are offered.
///
/// @param asOf when they were looked up last
public record KnownProviders(LocalDate asOf, List<KnownProvider> all) {
  /// The provider that everybody sees from the start, beside the built-in one.
  public static final KnownProvider OPENAI =
      new KnownProvider(
          "OpenAI",
          ProviderKind.OPENAI_CHAT,
          "https://api.openai.com/v1",
          "https://platform.openai.com/api-keys",
          true);

  /// OpenAI's models until its own list is fetched with a key.
  static final List<String> OPENAI_MODELS =
      List.of(
          "gpt-4o",
          "gpt-4o-mini",
          "o1-preview",
          "o1-mini",
          "gpt-4-turbo",
          "gpt-4",
          "gpt-3.5-turbo");

  public KnownProviders {
    all = List.copyOf(all);
  }

  /// One of them.
  ///
  /// @param address where it usually is; empty for one of which that cannot be said
  /// @param keyPage where a person gets a key; empty when none is needed
  public record KnownProvider(
      String name, ProviderKind kind, String address, String keyPage, boolean needsKey) {}
}
