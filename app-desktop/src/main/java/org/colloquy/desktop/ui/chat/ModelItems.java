package org.colloquy.desktop.ui.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.colloquy.desktop.ui.parts.ModelChoice;

/// Models in a menu: by who runs them when they are many.
final class ModelItems {
  private static final int FEW = 8;

  private ModelItems() {}

  /// @param chosen is told which one was chosen
  static List<MenuItem> of(List<ModelChoice> models, Consumer<ModelChoice> chosen) {
    if (models.size() <= FEW) {
      return models.stream().map(model -> item(name(model), () -> chosen.accept(model))).toList();
    }
    var byProvider = new LinkedHashMap<String, Menu>();
    for (var model : models) {
      byProvider
          .computeIfAbsent(model.provider().name(), ModelItems::menu)
          .getItems()
          .add(item(model.title(), () -> chosen.accept(model)));
    }
    return new ArrayList<>(byProvider.values());
  }

  /// What people read where models of several providers stand beside each other.
  static String name(ModelChoice model) {
    return model.title().equals(model.provider().name())
        ? model.title()
        : model.title() + " (" + model.provider().name() + ")";
  }

  private static Menu menu(String name) {
    var menu = new Menu(name);
    menu.setMnemonicParsing(false);
    return menu;
  }

  static MenuItem item(String name, Runnable action) {
    var item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
