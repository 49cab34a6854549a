package org.colloquy.desktop.ui.keys;

import org.colloquy.desktop.client.KeyEntry;
import org.colloquy.desktop.client.ProviderEntry;
import org.jspecify.annotations.Nullable;

/// A provider one can use, with a key or without.
///
/// @param key null for a provider that is used without one
public record KeyRow(ProviderEntry provider, @Nullable KeyEntry key) {}
