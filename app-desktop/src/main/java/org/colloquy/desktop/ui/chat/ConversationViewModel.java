package org.colloquy.desktop.ui.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AgentClient;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.ConversationSettings;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.ui.parts.ParametersForm;
import org.colloquy.model.AgentVariable;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// What counts in every turn of the open conversation.
public final class ConversationViewModel {
  private final ApiClient api;
  private final AgentClient agents;
  private final Background background;
  private final ChatViewModel chat;
  private final StringProperty systemPrompt = new SimpleStringProperty("");
  private final ParametersForm parameters = new ParametersForm();
  private final BooleanProperty remembers = new SimpleBooleanProperty(true);
  private final BooleanProperty looksIntoFiles = new SimpleBooleanProperty(true);
  private final ObservableList<ValueForm> values = FXCollections.observableArrayList();
  private Map<String, String> given = Map.of();
  private Runnable changed = () -> {};
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

  public ConversationViewModel(
      ApiClient api, AgentClient agents, Background background, ChatViewModel chat) {
    this.api = api;
    this.agents = agents;
    this.background = background;
    this.chat = chat;
  }

  /// Tells when something counts from now on that did not before.
  public void whenChanged(Runnable listener) {
    changed = listener;
  }

  /// What the model is told before the talk.
  public StringProperty systemPrompt() {
    return systemPrompt;
  }

  public ParametersForm parameters() {
    return parameters;
  }

  /// Whether memories are recalled and made.
  public BooleanProperty remembers() {
    return remembers;
  }

  /// Whether questions are answered from the conversation's files, too.
  public BooleanProperty looksIntoFiles() {
    return looksIntoFiles;
  }

  /// What it gives for the variables of its agent.
  public ObservableList<ValueForm> values() {
    return values;
  }

  /// The agent's name; empty for a plain model.
  public String agent() {
    var agent = chat.answerer().agent().get();
    return agent == null ? "" : agent.name();
  }

  /// Whether a question waits for these values.
  public boolean asking() {
    return chat.answerer().asking();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  private record Found(ConversationSettings settings, Map<String, String> given) {}

  /// Shows what counts now.
  public void open() {
    show(new Found(ConversationSettings.USUAL, Map.of()));
    var id = chat.conversation().get();
    if (id != null) {
      background.run(
          () -> new Found(api.settings(id), agents.values(id)),
          found -> {
            if (id.equals(chat.conversation().get())) {
              show(found);
            }
          },
          failure::set);
    }
  }

  private void show(Found found) {
    failure.set(null);
    given = found.given();
    systemPrompt.set(found.settings().systemPrompt());
    parameters.show(found.settings().parameters());
    remembers.set(found.settings().remembers());
    looksIntoFiles.set(found.settings().looksIntoFiles());
    var agent = chat.answerer().agent().get();
    var variables = agent == null ? List.<AgentVariable>of() : agent.variables();
    values.setAll(
        variables.stream()
            .map(one -> new ValueForm(one, given.getOrDefault(one.name(), "")))
            .toList());
  }

  /// What was written. An empty field leaves it to the agent; where the agent has nothing, nothing
  /// it is, and nobody asks again.
  private Map<String, String> written() {
    var all = new LinkedHashMap<>(given);
    for (var value : values) {
      all.remove(value.name());
      if (value.needed() || !value.value().get().isBlank()) {
        all.put(value.name(), value.value().get());
      }
    }
    return all;
  }

  private record Kept(ConversationId id, Map<String, String> given) {}

  /// Lets this count from the next question on. A conversation that does not exist yet begins. If a
  /// question waits, it is asked.
  ///
  /// @param saved what happens when the server has it
  public void save(Runnable saved) {
    if (!parameters.complete().get()) {
      return;
    }
    var settings =
        new ConversationSettings(
            systemPrompt.get(), parameters.parameters(), remembers.get(), looksIntoFiles.get());
    var known = chat.conversation().get();
    var before = given;
    var wanted = written();
    var waiting = asking();
    background.run(
        () -> {
          var id = known == null ? api.startConversation().id() : known;
          api.change(id, settings);
          return new Kept(id, wanted.equals(before) ? wanted : agents.give(id, wanted));
        },
        kept -> {
          if (known == null) {
            chat.begin(kept.id());
          }
          chat.answerer().gave(kept.id(), kept.given());
          changed.run();
          saved.run();
          if (waiting) {
            chat.send();
          }
        },
        failure::set);
  }
}
