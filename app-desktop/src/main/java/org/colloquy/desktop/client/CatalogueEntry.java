package org.colloquy.desktop.client;

/// A provider that is known by name and can be added.
///
/// @param keyPage where one gets a key; empty when it needs none
public record CatalogueEntry(String name, String address, String keyPage) {
  /// Whether it runs on this computer, where no key is usual.
  public boolean onThisComputer() {
    return ProviderEntry.isThisComputer(ProviderEntry.hostOf(address));
  }
}
