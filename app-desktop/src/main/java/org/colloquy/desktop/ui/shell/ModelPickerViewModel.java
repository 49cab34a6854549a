package org.colloquy.desktop.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.KeyEntry;
import org.colloquy.desktop.client.ProviderEntry;
import org.colloquy.desktop.client.Providers;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.desktop.ui.shell.ModelRow.KeyState;
import org.colloquy.model.Ability;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.jspecify.annotations.Nullable;

/// The models one can ask, by provider, and the one that is asked.
public final class ModelPickerViewModel {
  private final ApiClient api;
  private final Background background;
  private final LiveSettings settings;
  private final ObservableList<ModelRow> rows = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable ModelChoice> chosen = new ReadOnlyObjectWrapper<>();
  private List<ProviderEntry> providers = List.of();
  private List<KeyEntry> keys = List.of();

  public ModelPickerViewModel(ApiClient api, Background background, LiveSettings settings) {
    this.api = api;
    this.background = background;
    this.settings = settings;
    filter.addListener((_, _, _) -> arrange());
  }

  public ObservableList<ModelRow> rows() {
    return rows;
  }

  /// Shows only models whose name, or whose provider's, contains this.
  public StringProperty filter() {
    return filter;
  }

  /// Null until the server told which models there are.
  public ReadOnlyObjectProperty<@Nullable ModelChoice> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// All that can be asked, in the order in which they are shown.
  public List<ModelChoice> askable() {
    return choices(providers.stream().filter(each -> keyState(each) != KeyState.NEEDED).toList())
        .toList();
  }

  public void load() {
    background.run(() -> new Fetched(api.providers(), api.keys()), this::show, _ -> {});
  }

  /// Fetches what there is, and chooses a model of this provider if it has one that writes.
  void loadAndChoose(ProviderId provider) {
    background.run(
        () -> new Fetched(api.providers(), api.keys()),
        fetched -> {
          show(fetched);
          firstOf(provider).ifPresent(this::choose);
        },
        _ -> {});
  }

  private Optional<ModelChoice> firstOf(ProviderId provider) {
    return choices(providers)
        .filter(choice -> choice.provider().id().equals(provider))
        .filter(choice -> writes(choice.model().facts()))
        .findFirst();
  }

  private static boolean writes(ModelFacts facts) {
    var abilities = facts.abilities();
    return abilities == null || abilities.contains(Ability.TEXT);
  }

  private void show(Fetched fetched) {
    keys = fetched.keys();
    providers =
        fetched.providers().providers().stream()
            .sorted(Comparator.comparing(this::keyState))
            .toList();
    arrange();
    chosen.set(
        find(settings.get().lastModel()).or(() -> find(fetched.providers().usual())).orElse(null));
  }

  private Optional<ModelChoice> find(String model) {
    return choices(providers)
        .filter(choice -> choice.model().id().toString().equals(model))
        .findFirst();
  }

  private static Stream<ModelChoice> choices(List<ProviderEntry> providers) {
    return providers.stream()
        .flatMap(
            provider -> provider.models().stream().map(model -> new ModelChoice(provider, model)));
  }

  private record Fetched(Providers providers, List<KeyEntry> keys) {}

  private KeyState keyState(ProviderEntry provider) {
    if (provider.kind() == ProviderKind.LOCAL) {
      return KeyState.UNUSED;
    }
    var here = keys.stream().anyMatch(key -> key.provider().equals(provider.id()));
    return here || provider.own() ? KeyState.HERE : KeyState.NEEDED;
  }

  public void choose(ModelChoice choice) {
    chosen.set(choice);
    filter.set("");
    settings.change(now -> now.withLastModel(choice.model().id().toString()));
  }

  private void arrange() {
    var wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    var arranged = new ArrayList<ModelRow>();
    for (var provider : providers) {
      var lines =
          provider.models().stream()
              .map(model -> new ModelChoice(provider, model))
              .filter(choice -> matches(choice, wanted))
              .map(ModelRow.Line::new)
              .toList();
      if (!lines.isEmpty()) {
        arranged.add(new ModelRow.Heading(provider, keyState(provider)));
        arranged.addAll(lines);
      }
    }
    rows.setAll(arranged);
  }

  private static boolean matches(ModelChoice choice, String wanted) {
    var everything =
        choice.title() + "\n" + choice.model().name() + "\n" + choice.provider().name();
    return everything.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
