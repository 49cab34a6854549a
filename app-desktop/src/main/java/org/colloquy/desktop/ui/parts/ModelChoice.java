package org.colloquy.desktop.ui.parts;

import org.colloquy.desktop.client.ProviderEntry;
import org.colloquy.model.ModelInfo;

/// The model that answers, and who runs it.
public record ModelChoice(ProviderEntry provider, ModelInfo model) {
  /// What people read.
  public String title() {
    return model.title().isBlank() ? model.name() : model.title();
  }
}
