package org.colloquy.desktop.ui.tools;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.McpClient;
import org.colloquy.desktop.client.McpPrompt;
import org.colloquy.desktop.client.McpResource;
import org.colloquy.desktop.ui.parts.Visit;
import org.jspecify.annotations.Nullable;

/// What a server of tools has besides its tools: texts that it shows, questions that it has ready.
public final class OffersViewModel {
  private final McpClient client;
  private final Consumer<String> composer;
  private final ObservableList<McpResource> resources = FXCollections.observableArrayList();
  private final ObservableList<McpPrompt> prompts = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final Visit visit;
  private @Nullable UUID server;

  private record Offers(List<McpResource> resources, List<McpPrompt> prompts) {}

  /// @param composer takes a text to where questions are written
  public OffersViewModel(McpClient client, Background background, Consumer<String> composer) {
    this.client = client;
    this.visit = new Visit(background, failure::set);
    this.composer = composer;
  }

  public ObservableList<McpResource> resources() {
    return resources;
  }

  public ObservableList<McpPrompt> prompts() {
    return prompts;
  }

  /// What was read or filled in last; empty for nothing.
  public ReadOnlyStringProperty text() {
    return text.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Shows what this server has.
  void show(UUID id) {
    server = id;
    visit.end();
    resources.clear();
    prompts.clear();
    text.set("");
    run(
        () -> new Offers(client.resources(id), client.prompts(id)),
        offers -> {
          resources.setAll(offers.resources());
          prompts.setAll(offers.prompts());
        });
  }

  public void read(McpResource resource) {
    var id = server;
    if (id != null) {
      run(() -> client.read(id, resource.uri()), text::set);
    }
  }

  /// Fills the gaps of a question.
  public void fillIn(McpPrompt prompt, Map<String, String> arguments) {
    var id = server;
    if (id != null) {
      run(() -> client.fillIn(id, prompt.name(), arguments), text::set);
    }
  }

  /// Takes the text to where questions are written.
  public void take() {
    composer.accept(text.get());
  }

  private <T> void run(Supplier<T> work, Consumer<T> done) {
    visit.run(
        work,
        result -> {
          failure.set(null);
          done.accept(result);
        });
  }
}
