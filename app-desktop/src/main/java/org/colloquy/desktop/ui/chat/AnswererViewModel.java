package org.colloquy.desktop.ui.chat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AgentClient;
import org.colloquy.desktop.client.AgentEntry;
import org.colloquy.desktop.client.Answerer;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.ToolEntry;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// Who answers in the open conversation: a model, perhaps as an agent, and the tools it may use.
public final class AnswererViewModel {
  private final ApiClient api;
  private final AgentClient client;
  private final Background background;
  private final ObservableValue<ModelChoice> model;
  private final ObservableList<AgentEntry> agents = FXCollections.observableArrayList();
  private final ObservableList<ToolEntry> tools = FXCollections.observableArrayList();
  private final ObservableSet<String> chosenTools = FXCollections.observableSet();
  private final ReadOnlyObjectWrapper<@Nullable AgentEntry> agent = new ReadOnlyObjectWrapper<>();
  private @Nullable ConversationId conversation;
  private @Nullable UUID wanted;
  private Runnable settings = () -> {};

  /// What the open conversation gives for variables; null while it is not known.
  private @Nullable Map<String, String> given = Map.of();

  private boolean asking;

  private record Before(@Nullable UUID agent, Map<String, String> given) {}

  private record Offer(List<AgentEntry> agents, List<ToolEntry> tools) {}

  public AnswererViewModel(
      ApiClient api,
      AgentClient client,
      Background background,
      ObservableValue<ModelChoice> model) {
    this.api = api;
    this.client = client;
    this.background = background;
    this.model = model;
  }

  /// All agents there are.
  public ObservableList<AgentEntry> agents() {
    return agents;
  }

  /// All tools there are.
  public ObservableList<ToolEntry> tools() {
    return tools;
  }

  /// The tools that the model may use besides those of its agent.
  public ObservableSet<String> chosenTools() {
    return chosenTools;
  }

  /// Null for a plain model.
  public ReadOnlyObjectProperty<@Nullable AgentEntry> agent() {
    return agent.getReadOnlyProperty();
  }

  /// Tells when a person wants to see what counts in every turn.
  public void whenSettingsWanted(Runnable listener) {
    settings = listener;
  }

  public void openSettings() {
    asking = false;
    settings.run();
  }

  /// Whether the settings are open because a question waits for values.
  boolean asking() {
    return asking;
  }

  /// Opens the settings when the agent has a variable for which nobody gave a value yet.
  boolean asksForValues() {
    var chosen = agent.get();
    var known = given;
    asking =
        chosen != null
            && known != null
            && chosen.variables().stream()
                .anyMatch(one -> one.value().isBlank() && !known.containsKey(one.name()));
    if (asking) {
      settings.run();
    }
    return asking;
  }

  /// The open conversation gives these values for variables.
  void gave(ConversationId id, Map<String, String> values) {
    if (id.equals(conversation)) {
      given = values;
    }
  }

  /// Fetches what there is to choose from. Without it one can still talk.
  public void load() {
    background.run(() -> new Offer(client.agents(), client.tools()), this::show, _ -> {});
  }

  private void show(Offer offer) {
    agents.setAll(offer.agents());
    tools.setAll(offer.tools());
    chosenTools.removeIf(
        name -> offer.tools().stream().noneMatch(tool -> tool.name().equals(name)));
    showAgent();
  }

  private void showAgent() {
    agent.set(agents.stream().filter(each -> each.id().equals(wanted)).findFirst().orElse(null));
  }

  /// Goes to another conversation; null is the one that does not exist yet.
  void turnTo(@Nullable ConversationId id) {
    conversation = id;
    wanted = null;
    chosenTools.clear();
    given = id == null ? Map.of() : null;
    showAgent();
    if (id != null) {
      background.run(() -> before(id), before -> answeredBefore(id, before), _ -> {});
    }
  }

  private Before before(ConversationId id) {
    var answered = api.conversation(id).agent();
    return new Before(answered, answered == null ? Map.of() : client.values(id));
  }

  private void answeredBefore(ConversationId id, Before before) {
    if (id.equals(conversation)) {
      wanted = before.agent();
      given = before.given();
      showAgent();
    }
  }

  /// The new conversation has got its name.
  void moveTo(ConversationId id) {
    conversation = id;
  }

  /// Chooses who answers from now on.
  ///
  /// @param chosen null for a plain model
  public void choose(@Nullable AgentEntry chosen) {
    wanted = chosen == null ? null : chosen.id();
    showAgent();
    var id = conversation;
    if (id != null) {
      var answering = wanted;
      background.run(
          () -> {
            api.answerAs(id, answering);
            return client.values(id);
          },
          values -> gave(id, values),
          _ -> {});
    }
  }

  /// This model, otherwise as now.
  Answerer by(ModelChoice other) {
    var now = now();
    return new Answerer(other.model().id(), now.agent(), now.tools());
  }

  /// Who is asked now. An agent that names a model asks that one.
  Answerer now() {
    var chosen = agent.get();
    var choice = model.getValue();
    var own = chosen != null && chosen.model() != null;
    return new Answerer(
        own || choice == null ? null : choice.model().id(),
        chosen == null ? null : chosen.id(),
        chosenTools.stream().sorted().toList());
  }
}
