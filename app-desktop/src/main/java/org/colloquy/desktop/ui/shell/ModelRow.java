package org.colloquy.desktop.ui.shell;

import org.colloquy.desktop.client.ProviderEntry;
import org.colloquy.desktop.ui.parts.ModelChoice;

/// One row of the model picker.
public sealed interface ModelRow {
  /// Above the models of one provider.
  record Heading(ProviderEntry provider, KeyState key) implements ModelRow {}

  /// A model.
  record Line(ModelChoice choice) implements ModelRow {}

  /// Whether a provider can be asked, in the order in which providers are shown.
  enum KeyState {
    /// There is a key for it, or the person added it without one.
    HERE,
    /// It is built in.
    UNUSED,
    /// It wants one and there is none.
    NEEDED
  }
}
