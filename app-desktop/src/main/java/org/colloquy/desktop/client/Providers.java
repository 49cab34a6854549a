package org.colloquy.desktop.client;

import java.util.List;

/// The providers one has, and the ones that could be added.
///
/// @param usual the id of the model that answers when none is named; empty when there is none
public record Providers(
    List<ProviderEntry> providers, String usual, List<CatalogueEntry> catalogue) {
  public Providers {
    providers = List.copyOf(providers);
    catalogue = List.copyOf(catalogue);
  }
}
