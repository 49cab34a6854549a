package org.colloquy.desktop.client;

import java.util.List;

/// The providers one has, and the ones that could be added.
public record Providers(List<ProviderEntry> providers, List<CatalogueEntry> catalogue) {
  public Providers {
    providers = List.copyOf(providers);
    catalogue = List.copyOf(catalogue);
  }
}
