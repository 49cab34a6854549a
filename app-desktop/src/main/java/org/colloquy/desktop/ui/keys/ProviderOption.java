package org.colloquy.desktop.ui.keys;

import org.colloquy.desktop.client.CatalogueEntry;
import org.colloquy.desktop.client.ProviderEntry;

/// What can be chosen as the provider of a new key.
public sealed interface ProviderOption {
  /// One that is there already.
  record Present(ProviderEntry provider) implements ProviderOption {}

  /// One that is known by name.
  record Known(CatalogueEntry entry) implements ProviderOption {}

  /// A model in a file on this computer.
  record File() implements ProviderOption {}

  /// Any other, by its address.
  record ByAddress() implements ProviderOption {}
}
