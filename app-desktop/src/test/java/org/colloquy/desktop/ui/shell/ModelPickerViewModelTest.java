package org.colloquy.desktop.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.colloquy.model.ProviderKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelPickerViewModelTest {
  private final ScriptedServer server = new ScriptedServer();
  private final ApiClient api = new ApiClient(server.address());
  private final InlineBackground background = new InlineBackground();
  private final LiveSettings settings =
      new LiveSettings(new SettingsFile(Path.of("not-there.json")), background);
  private final ModelPickerViewModel models = new ModelPickerViewModel(api, background, settings);

  @AfterEach
  void stop() {
    server.close();
  }

  private String chosen() {
    return Objects.requireNonNull(models.chosen().get()).title();
  }

  @Test
  void asksTheBuiltInModelAtFirst() {
    models.load();
    assertThat(chosen()).isEqualTo("Colloquy built-in");
  }

  @Test
  void remembersTheModelChosenLast() {
    var provider = api.addProvider("Lab", ProviderKind.OPENAI_CHAT, "http://127.0.0.1:1/v1");
    api.fetchModels(provider.id());
    models.load();
    assertThat(models.rows()).hasSize(6);
    if (models.rows().get(2) instanceof ModelRow.Line(var choice)) {
      models.choose(choice);
    }
    var again = new ModelPickerViewModel(api, background, settings);
    again.load();
    assertThat(Objects.requireNonNull(again.chosen().get()).title()).isEqualTo("small-model");
    api.removeProvider(provider.id());
    again.load();
    assertThat(Objects.requireNonNull(again.chosen().get()).title()).isEqualTo("Colloquy built-in");
  }

  @Test
  void findsByNameOfModelAndProvider() {
    var provider = api.addProvider("Lab", ProviderKind.OPENAI_CHAT, "http://127.0.0.1:1/v1");
    api.fetchModels(provider.id());
    models.load();
    models.filter().set("SMALL");
    assertThat(models.rows()).hasSize(2);
    models.filter().set("lab");
    assertThat(models.rows()).hasSize(4);
    models.filter().set("nothing like it");
    assertThat(models.rows()).isEmpty();
  }
}
