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
/// @param listedAt when it was last asked for its models; null when it never was
public record Provider(
    ProviderId id,
    long number,
    @Nullable AccountId owner,
    String name,
    ProviderKind kind,
    String address,
    List<ModelInfo> models,
    Instant createdAt,
    @Nullable Instant listedAt) {
  public Provider {
    models = List.copyOf(models);
  }

  /// One whose models were never fetched.
  public Provider(
      ProviderId id,
      long number,
      @Nullable AccountId owner,
      String name,
      ProviderKind kind,
      String address,
      List<ModelInfo> models,
      Instant createdAt) {
    this(id, number, owner, name, kind, address, models, createdAt, null);
  }

  /// The same at another address.
  public Provider at(String other) {
    return new Provider(id, number, owner, name, kind, other, models, createdAt, listedAt);
  }

  /// The same with these models.
  public Provider with(List<ModelInfo> others) {
    return new Provider(id, number, owner, name, kind, address, others, createdAt, listedAt);
  }
}
