package org.colloquy.server.core.provider;

import java.util.List;
import java.util.Map;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelPrice;

/// A model of which something is generally known, wherever it runs.
///
/// @param names what it is called, in small letters, without a date; `*` stands for anything
/// @param title what people read; empty when that is its name
/// @param facts all but its price
/// @param prices what it costs, by the host that asks for it
public record KnownModel(
    List<String> names, String title, ModelFacts facts, Map<String, ModelPrice> prices) {
  public KnownModel {
    names = List.copyOf(names);
    prices = Map.copyOf(prices);
  }

  /// What is known of it at this host.
  ModelFacts at(String host) {
    return facts.at(prices.get(host));
  }
}
