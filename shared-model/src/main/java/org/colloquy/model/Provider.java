package org.colloquy.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A company or a server that runs models.
///
/// @param number the same provider as an integer, for clients that count
/// @param owner the account that added it; null when everybody sees it
/// @param address the base address of its API, with version, without a slash at the end, such as
///   `https://api.openai.com/v1`; empty for the built-in one
/// @param models sorted by number
public record Provider(
    ProviderId id,
    long number,
    @Nullable AccountId owner,
    String name,
    ProviderKind kind,
    String address,
    List<ModelInfo> models,
    Instant createdAt) {
  public Provider {
    models = List.copyOf(models);
  }
}
