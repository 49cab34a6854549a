package org.colloquy.desktop.ui.tools;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AgentClient;
import org.colloquy.desktop.client.AgentEntry;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.ToolClient;
import org.colloquy.desktop.client.ToolEntry;
import org.colloquy.desktop.client.ToolPolicyEntry;
import org.jspecify.annotations.Nullable;

/// Which tools there are, and what was decided about them once and for all.
public final class RulesViewModel {
  private final ToolClient client;
  private final AgentClient agents;
  private final Background background;
  private final ObservableList<ToolEntry> tools = FXCollections.observableArrayList();
  private final ObservableList<Decision> decisions = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

  /// What was decided, and for whom.
  ///
  /// @param agent the agent's name; empty when it is about all of them, null when it is gone
  public record Decision(ToolPolicyEntry policy, @Nullable String agent) {}

  private record Known(List<ToolEntry> tools, List<Decision> decisions) {}

  public RulesViewModel(ToolClient client, AgentClient agents, Background background) {
    this.client = client;
    this.agents = agents;
    this.background = background;
  }

  public ObservableList<ToolEntry> tools() {
    return tools;
  }

  /// Oldest first.
  public ObservableList<Decision> decisions() {
    return decisions;
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  public void open() {
    show(this::known);
  }

  /// Forgets a decision, so that the person is asked again.
  public void forget(Decision decision) {
    show(() -> {
      client.forget(decision.policy().id());
      return known();
    });
  }

  private Known known() {
    var names =
        agents.agents().stream()
            .collect(Collectors.toMap(AgentEntry::number, AgentEntry::name, (one, _) -> one));
    return new Known(
        client.tools(),
        client.policies().stream()
            .map(policy -> new Decision(policy, agent(policy, names)))
            .toList());
  }

  private static @Nullable String agent(ToolPolicyEntry policy, Map<Long, String> names) {
    return policy.agent() == null ? "" : names.get(policy.agent());
  }

  private void show(Supplier<Known> work) {
    background.run(
        work,
        known -> {
          failure.set(null);
          tools.setAll(known.tools());
          decisions.setAll(known.decisions());
        },
        failure::set);
  }
}
