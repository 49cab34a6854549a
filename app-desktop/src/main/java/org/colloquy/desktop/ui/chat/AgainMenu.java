package org.colloquy.desktop.ui.chat;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;

/// Who else may answer a question: all agents, and all models that can be asked.
final class AgainMenu {
  private AgainMenu() {}

  static ContextMenu of(MessageViewModel message, MessageActions actions) {
    var menu = new ContextMenu();
    var retries = actions.chat().retries();
    for (var agent : actions.chat().answerer().agents()) {
      menu.getItems().add(ModelItems.item(agent.name(), () -> retries.by(message, agent)));
    }
    var models = ModelItems.of(actions.models().get(), model -> retries.by(message, model));
    if (!menu.getItems().isEmpty() && !models.isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    menu.getItems().addAll(models);
    return menu;
  }
}
