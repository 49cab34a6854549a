package org.colloquy.desktop.ui.agents;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AgentClient;
import org.colloquy.desktop.client.AgentEntry;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.ModelName;
import org.colloquy.desktop.client.ToolEntry;
import org.jspecify.annotations.Nullable;

/// The agents there are: makes, changes, copies, removes them, and hands them on as files.
public final class AgentsViewModel {
  private final AgentClient client;
  private final ApiClient api;
  private final Background background;
  private final AgentForm form = new AgentForm();
  private final ObservableList<AgentEntry> agents = FXCollections.observableArrayList();
  private final ObservableList<ToolEntry> tools = FXCollections.observableArrayList();
  private final ObservableList<ModelName> models = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable AgentEntry> selected =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private Runnable changed = () -> {};

  private record Everything(
      List<AgentEntry> agents, List<ToolEntry> tools, List<ModelName> models) {}

  public AgentsViewModel(AgentClient client, ApiClient api, Background background) {
    this.client = client;
    this.api = api;
    this.background = background;
  }

  /// Tells when there are other agents than before.
  public void whenChanged(Runnable listener) {
    changed = listener;
  }

  public ObservableList<AgentEntry> agents() {
    return agents;
  }

  /// What an agent may use.
  public ObservableList<ToolEntry> tools() {
    return tools;
  }

  /// What an agent may ask.
  public ObservableList<ModelName> models() {
    return models;
  }

  public AgentForm form() {
    return form;
  }

  /// Moves whenever the form shows something else.
  public ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /// The agent that the form shows; null for a new one.
  public ReadOnlyObjectProperty<@Nullable AgentEntry> selected() {
    return selected.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Whether what the form shows can be changed: those that are built in can only be copied.
  public boolean editable() {
    var agent = selected.get();
    return agent == null || agent.own();
  }

  public void open() {
    background.run(
        () -> new Everything(client.agents(), client.tools(), modelNames()),
        all -> {
          failure.set(null);
          tools.setAll(all.tools());
          models.setAll(all.models());
          agents.setAll(all.agents());
          select(all.agents().isEmpty() ? null : all.agents().getFirst());
        },
        failure::set);
  }

  private List<ModelName> modelNames() {
    return api.providers().providers().stream()
        .flatMap(provider ->
            provider.models().stream().map(model -> new ModelName(provider.name(), model.name())))
        .toList();
  }

  /// Shows an agent in the form.
  ///
  /// @param agent null for a new one
  public void select(@Nullable AgentEntry agent) {
    selected.set(agent);
    form.show(agent);
    revision.set(revision.get() + 1);
  }

  public void save() {
    if (form.complete().get() && editable()) {
      var draft = form.draft();
      var id = selectedId();
      change(() -> client.save(id, draft));
    }
  }

  public void duplicate() {
    var id = selectedId();
    if (id != null) {
      change(() -> client.duplicate(id));
    }
  }

  public void remove() {
    var id = selectedId();
    if (id != null && editable()) {
      background.run(
          () -> {
            client.remove(id);
            return client.agents();
          },
          all -> show(all, all.getFirst().id()),
          failure::set);
    }
  }

  public void importFrom(Path file) {
    change(() -> client.importFrom(file));
  }

  /// Gives the agent a text that it knows by heart.
  public void addDocument(Path file) {
    var id = selectedId();
    if (id != null) {
      change(() -> client.addDocument(id, file));
    }
  }

  public void removeDocument(String name) {
    var id = selectedId();
    if (id != null) {
      change(() -> client.removeDocument(id, name));
    }
  }

  public void exportTo(Path file) {
    var id = selectedId();
    if (id != null) {
      background.run(
          () -> {
            client.exportTo(id, file);
            return file;
          },
          _ -> failure.set(null),
          failure::set);
    }
  }

  private @Nullable UUID selectedId() {
    var agent = selected.get();
    return agent == null ? null : agent.id();
  }

  private record Changed(AgentEntry agent, List<AgentEntry> all) {}

  private void change(Supplier<AgentEntry> work) {
    background.run(
        () -> new Changed(work.get(), client.agents()),
        now -> show(now.all(), now.agent().id()),
        failure::set);
  }

  private void show(List<AgentEntry> all, UUID chosen) {
    failure.set(null);
    agents.setAll(all);
    all.stream().filter(agent -> agent.id().equals(chosen)).findFirst().ifPresent(this::select);
    changed.run();
  }
}
