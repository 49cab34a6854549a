package org.colloquy.desktop.ui.shell;

import org.colloquy.desktop.client.ProviderEntry;
import org.colloquy.desktop.ui.parts.ModelChoice;

/// One row of the model picker.
public sealed interface ModelRow {
  /// Above the models of one provider.
  record Heading(ProviderEntry provider) implements ModelRow {}

  record Line(ModelChoice choice) implements ModelRow {}
}
