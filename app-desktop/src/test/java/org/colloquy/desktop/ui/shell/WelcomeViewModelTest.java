package org.colloquy.desktop.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.colloquy.desktop.ui.keys.KeysViewModel;
import org.colloquy.desktop.ui.keys.ProviderOption;
import org.colloquy.desktop.ui.shell.WelcomeViewModel.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WelcomeViewModelTest {
  private final ScriptedServer server = new ScriptedServer();
  private final ApiClient api = new ApiClient(server.address());
  private final InlineBackground background = new InlineBackground();
  private final LiveSettings settings =
      new LiveSettings(new SettingsFile(Path.of("not-there.json")), background);
  private final ModelPickerViewModel models = new ModelPickerViewModel(api, background, settings);
  private final KeysViewModel keys = new KeysViewModel(api, background);
  private final List<String> asked = new ArrayList<>();
  private final WelcomeViewModel welcome = new WelcomeViewModel(keys, models, asked::add);

  @AfterEach
  void stop() {
    server.close();
  }

  private Step step() {
    return welcome.step().get();
  }

  private String chosen() {
    return Objects.requireNonNull(models.chosen().get()).title();
  }

  private ProviderOption known(String name) {
    return welcome.offered().stream()
        .filter(
            each -> each instanceof ProviderOption.Known(var entry) && entry.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void offersWhatWasFoundOnThisComputerFirst() {
    server.providers().found("Ollama", "http://localhost:11434");
    welcome.load();
    assertThat(welcome.offered().getFirst())
        .isInstanceOfSatisfying(
            ProviderOption.Present.class,
            found -> assertThat(found.provider().name()).isEqualTo("Ollama"));
    welcome.next();
    welcome.choose(welcome.offered().getFirst());
    assertThat(step()).isEqualTo(Step.QUESTION);
    assertThat(chosen()).isEqualTo("large-model");
  }

  @Test
  void reachesAQuestionWithoutAnyKey() {
    welcome.load();
    welcome.next();
    welcome.next();
    assertThat(step()).isEqualTo(Step.QUESTION);
    welcome.ask("Why?");
    assertThat(asked).containsExactly("Why?");
    assertThat(server.requests()).noneMatch(request -> request.startsWith("POST"));
  }

  @Test
  void keepsAKeyAndLetsItsProviderAnswer() {
    welcome.load();
    welcome.next();
    welcome.choose(known("Mistral"));
    assertThat(step()).isEqualTo(Step.KEY);
    keys.form().secret().set("sk-1234");
    keys.save();
    assertThat(step()).isEqualTo(Step.QUESTION);
    assertThat(chosen()).isEqualTo("large-model");
  }

  @Test
  void comesBackFromTheKeyToTheProviders() {
    welcome.load();
    welcome.next();
    welcome.choose(known("Mistral"));
    keys.stopAdding();
    assertThat(step()).isEqualTo(Step.PROVIDER);
    welcome.back();
    assertThat(step()).isEqualTo(Step.LOOK);
  }

  @Test
  void goesOnWithoutTheKeyThatWasAskedFor() {
    welcome.load();
    welcome.next();
    welcome.choose(known("Mistral"));
    welcome.next();
    assertThat(step()).isEqualTo(Step.QUESTION);
  }

  @Test
  void aKeyThatIsAddedLaterChoosesNoModel() {
    models.load();
    welcome.load();
    welcome.next();
    welcome.choose(known("Mistral"));
    welcome.left();
    keys.startAdding(known("OpenAI"));
    keys.form().secret().set("sk-1234");
    keys.save();
    assertThat(chosen()).isEqualTo("Colloquy built-in");
    assertThat(step()).isEqualTo(Step.LOOK);
  }

  @Test
  void leavesNoProviderBehindWhoseKeyWasOnlyTried() {
    welcome.load();
    welcome.next();
    welcome.choose(known("Mistral"));
    keys.form().secret().set("sk-1234");
    keys.tryKey();
    welcome.left();
    assertThat(api.providers().providers()).noneMatch(each -> each.name().equals("Mistral"));
  }
}
