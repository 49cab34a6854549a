package org.colloquy.desktop.ui.chat;

import java.util.ArrayList;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.util.Subscription;
import org.colloquy.desktop.client.AgentEntry;
import org.colloquy.desktop.client.ToolEntry;
import org.colloquy.desktop.text.Text;
import org.jspecify.annotations.Nullable;

/// The two menus below the field where one writes: who answers, and with which tools.
final class AnswererMenus {
  private final AnswererViewModel model;
  private final MenuButton agents;
  private final MenuButton tools;
  private final ListChangeListener<AgentEntry> agentsChanged = _ -> showAgents();
  private final ListChangeListener<ToolEntry> toolsChanged = _ -> showTools();
  private final SetChangeListener<String> chosenChanged = _ -> showTools();
  private final Subscription bond;

  AnswererMenus(AnswererViewModel model, MenuButton agents, MenuButton tools) {
    this.model = model;
    this.agents = agents;
    this.tools = tools;
    agents.setMnemonicParsing(false);
    model.agents().addListener(agentsChanged);
    model.tools().addListener(toolsChanged);
    model.chosenTools().addListener(chosenChanged);
    bond = model.agent().subscribe(_ -> showAgents());
    showTools();
  }

  private void showAgents() {
    var chosen = model.agent().get();
    agents.setText(chosen == null ? Text.of("composer.agent.none") : chosen.name());
    agents.setVisible(!model.agents().isEmpty());
    var items = new ArrayList<MenuItem>();
    items.add(item(Text.of("composer.agent.none"), null));
    model.agents().forEach(agent -> items.add(item(agent.name(), agent)));
    agents.getItems().setAll(items);
  }

  private RadioMenuItem item(String name, @Nullable AgentEntry agent) {
    var item = new RadioMenuItem(name);
    item.setMnemonicParsing(false);
    item.setSelected(
        agent == null ? model.agent().get() == null : agent.equals(model.agent().get()));
    item.setOnAction(_ -> model.choose(agent));
    return item;
  }

  private void showTools() {
    var chosen = model.chosenTools();
    tools.setText(
        chosen.isEmpty()
            ? Text.of("composer.tools")
            : Text.of("composer.tools.some", chosen.size()));
    tools.setVisible(!model.tools().isEmpty());
    tools.getItems().setAll(model.tools().stream().map(this::item).toList());
  }

  private CheckMenuItem item(ToolEntry tool) {
    var item = new CheckMenuItem(tool.name());
    item.setMnemonicParsing(false);
    item.setSelected(model.chosenTools().contains(tool.name()));
    item.setOnAction(_ -> {
      if (item.isSelected()) {
        model.chosenTools().add(tool.name());
      } else {
        model.chosenTools().remove(tool.name());
      }
    });
    return item;
  }

  void close() {
    model.agents().removeListener(agentsChanged);
    model.tools().removeListener(toolsChanged);
    model.chosenTools().removeListener(chosenChanged);
    bond.unsubscribe();
  }
}
