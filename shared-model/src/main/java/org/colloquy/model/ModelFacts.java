package org.colloquy.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of a model. What is null is not known, which is something else than 0.
///
/// @param contextWindow how many tokens prompt and answer may have together
/// @param longestAnswer how many tokens an answer may have
/// @param abilities all it can do
public record ModelFacts(
    @Nullable Integer contextWindow,
    @Nullable Integer longestAnswer,
    @Nullable Set<Ability> abilities,
    @Nullable ModelPrice price) {
  /// Nothing is known.
  public static final ModelFacts UNKNOWN = new ModelFacts(null, null, null, null);

  public ModelFacts {
    abilities = abilities == null ? null : Set.copyOf(abilities);
  }

  /// These facts, and where one of them is not known, the other's.
  public ModelFacts or(ModelFacts other) {
    return new ModelFacts(
        contextWindow == null ? other.contextWindow : contextWindow,
        longestAnswer == null ? other.longestAnswer : longestAnswer,
        abilities == null ? other.abilities : abilities,
        price == null ? other.price : price);
  }

  /// The same at another price.
  public ModelFacts at(@Nullable ModelPrice other) {
    return new ModelFacts(contextWindow, longestAnswer, abilities, other);
  }

  /// Whether it is known to do this.
  public boolean can(Ability ability) {
    return abilities != null && abilities.contains(ability);
  }
}
