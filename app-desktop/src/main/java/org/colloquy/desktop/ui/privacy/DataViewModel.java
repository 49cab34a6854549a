package org.colloquy.desktop.ui.privacy;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.Erased;
import org.colloquy.desktop.client.Failure;

/// Takes the account's data out, or erases it.
public final class DataViewModel {
  private final AccountClient client;
  private final Background background;
  private final ReadOnlyStringWrapper username = new ReadOnlyStringWrapper("");
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<DataState> state =
      new ReadOnlyObjectWrapper<>(new DataState.Quiet());
  private final BooleanBinding sure;
  private Runnable erased = () -> {};
  private Runnable conversations = () -> {};

  private record Written(Path file, long bytes) {}

  public DataViewModel(AccountClient client, Background background) {
    this.client = client;
    this.background = background;
    sure =
        Bindings.createBooleanBinding(
            () -> !username.get().isEmpty() && typed.get().strip().equals(username.get()),
            username,
            typed);
  }

  /// What has to be typed before everything is erased.
  public ReadOnlyStringProperty username() {
    return username.getReadOnlyProperty();
  }

  public StringProperty typed() {
    return typed;
  }

  /// Whether the right name was typed.
  public BooleanBinding sure() {
    return sure;
  }

  public ReadOnlyObjectProperty<DataState> state() {
    return state.getReadOnlyProperty();
  }

  /// Tells when everything was erased.
  public void whenErased(Runnable listener) {
    erased = listener;
  }

  /// Tells when a person wants all conversations as files.
  public void whenConversationsWanted(Runnable listener) {
    conversations = listener;
  }

  /// Asks for all conversations as files.
  public void exportConversations() {
    conversations.run();
  }

  public void open() {
    typed.set("");
    if (!working()) {
      state.set(new DataState.Quiet());
    }
    background.run(client::username, username::set, this::failed);
  }

  /// Writes everything into this file.
  public void export(Path file) {
    if (!working()) {
      state.set(new DataState.Working());
      background.run(
          () -> new Written(file, client.export(file)),
          written -> state.set(new DataState.Exported(written.file(), written.bytes())),
          this::failed);
    }
  }

  /// Erases everything, if the right name was typed.
  public void erase() {
    if (sure.get() && !working()) {
      state.set(new DataState.Working());
      var name = username.get();
      background.run(() -> client.erase(name), this::gone, this::failed);
    }
  }

  private void gone(Erased report) {
    typed.set("");
    state.set(new DataState.Gone(report));
    erased.run();
  }

  private void failed(Failure why) {
    state.set(new DataState.Failed(why));
  }

  private boolean working() {
    return state.get() instanceof DataState.Working;
  }
}
