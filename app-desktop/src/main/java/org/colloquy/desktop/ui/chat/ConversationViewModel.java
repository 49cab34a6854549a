package org.colloquy.desktop.ui.chat;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.ConversationSettings;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.ui.parts.ParametersForm;
import org.colloquy.model.ModelParameters;
import org.jspecify.annotations.Nullable;

/// What counts in every turn of the open conversation.
public final class ConversationViewModel {
  private final ApiClient api;
  private final Background background;
  private final ChatViewModel chat;
  private final StringProperty systemPrompt = new SimpleStringProperty("");
  private final ParametersForm parameters = new ParametersForm();
  private final BooleanProperty remembers = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

  public ConversationViewModel(ApiClient api, Background background, ChatViewModel chat) {
    this.api = api;
    this.background = background;
    this.chat = chat;
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

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Shows what counts now.
  public void open() {
    show(new ConversationSettings("", ModelParameters.NONE, true));
    var id = chat.conversation().get();
    if (id != null) {
      background.run(
          () -> api.settings(id),
          found -> {
            if (id.equals(chat.conversation().get())) {
              show(found);
            }
          },
          failure::set);
    }
  }

  private void show(ConversationSettings settings) {
    failure.set(null);
    systemPrompt.set(settings.systemPrompt());
    parameters.show(settings.parameters());
    remembers.set(settings.remembers());
  }

  /// Lets this count from the next question on. A conversation that does not exist yet begins.
  ///
  /// @param saved what happens when the server has it
  public void save(Runnable saved) {
    if (!parameters.complete().get()) {
      return;
    }
    var settings =
        new ConversationSettings(systemPrompt.get(), parameters.parameters(), remembers.get());
    var known = chat.conversation().get();
    background.run(
        () -> {
          var id = known == null ? api.startConversation().id() : known;
          api.change(id, settings);
          return id;
        },
        id -> {
          if (known == null) {
            chat.begin(id);
          }
          saved.run();
        },
        failure::set);
  }
}
