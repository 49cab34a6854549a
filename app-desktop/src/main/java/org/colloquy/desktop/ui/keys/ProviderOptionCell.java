package org.colloquy.desktop.ui.keys;

import javafx.scene.control.ListCell;
import org.colloquy.desktop.client.CatalogueEntry;
import org.colloquy.desktop.text.Text;

/// A provider to choose.
public final class ProviderOptionCell extends ListCell<ProviderOption> {
  @Override
  protected void updateItem(ProviderOption option, boolean empty) {
    super.updateItem(option, empty);
    setText(empty || option == null ? Text.of("keys.provider.choose") : name(option));
  }

  /// What it is called.
  public static String name(ProviderOption option) {
    return switch (option) {
      case ProviderOption.Present(var provider) -> provider.name();
      case ProviderOption.Known(CatalogueEntry entry) ->
          entry.onThisComputer() ? Text.of("keys.provider.here", entry.name()) : entry.name();
      case ProviderOption.File _ -> Text.of("keys.provider.file");
      case ProviderOption.ByAddress _ -> Text.of("keys.provider.by-address");
    };
  }
}
