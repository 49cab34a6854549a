package org.colloquy.desktop.client;

import org.colloquy.model.ProviderKind;

/// A provider that is known by name and can be added.
///
/// @param kind the language that it speaks
/// @param keyPage where one gets a key; empty when there is no such page
/// @param needsKey whether it does not answer without one
public record CatalogueEntry(
    String name, ProviderKind kind, String address, String keyPage, boolean needsKey) {
  /// Whether it runs on this computer.
  public boolean onThisComputer() {
    return ProviderEntry.isThisComputer(ProviderEntry.hostOf(address));
  }
}
