package org.colloquy.model;

/// One model of a provider.
///
/// @param number the same model as an integer, for clients that count
/// @param name what the provider calls it, as sent in requests
/// @param title what people read
public record ModelInfo(
    ModelId id, long number, ProviderId provider, String name, String title, ModelFacts facts) {
  /// One of which nothing more is known.
  public ModelInfo(ModelId id, long number, ProviderId provider, String name, String title) {
    this(id, number, provider, name, title, ModelFacts.UNKNOWN);
  }

  /// The same with these facts.
  public ModelInfo with(ModelFacts known) {
    return new ModelInfo(id, number, provider, name, title, known);
  }
}
