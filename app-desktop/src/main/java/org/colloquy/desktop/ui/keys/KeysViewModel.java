package org.colloquy.desktop.ui.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.KeyEntry;
import org.colloquy.desktop.client.ProviderEntry;
import org.colloquy.desktop.client.Providers;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.jspecify.annotations.Nullable;

/// Providers and keys: list, add, test, delete.
public final class KeysViewModel {
  private final ApiClient api;
  private final Background background;
  private final KeyForm form = new KeyForm();
  private final ObservableList<KeyRow> rows = FXCollections.observableArrayList();
  private final ObservableList<ProviderOption> options = FXCollections.observableArrayList();
  private final BooleanProperty adding = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<TestState> test =
      new ReadOnlyObjectWrapper<>(new TestState.Untested());
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable KeyRow> doubted = new ReadOnlyObjectWrapper<>();
  private Runnable changed = () -> {};
  private Consumer<ProviderId> keptListener = _ -> {};

  /// A provider that was stored only so that a key could be tested.
  private volatile @Nullable ProviderEntry borrowed;

  private record Kept(ProviderId provider, @Nullable KeyEntry key) {}

  private record Fetched(Providers providers, List<KeyEntry> keys) {}

  public KeysViewModel(ApiClient api, Background background) {
    this.api = api;
    this.background = background;
    form.option().addListener((_, _, _) -> untested());
    form.secret().addListener((_, _, _) -> untested());
    form.address().addListener((_, _, _) -> untested());
  }

  public ObservableList<KeyRow> rows() {
    return rows;
  }

  public ObservableList<ProviderOption> options() {
    return options;
  }

  public KeyForm form() {
    return form;
  }

  /// Whether the form is shown instead of the list.
  public BooleanProperty adding() {
    return adding;
  }

  public ReadOnlyObjectProperty<TestState> test() {
    return test.getReadOnlyProperty();
  }

  /// Why the list could not be had or changed; null when it could.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// The row that shall be deleted, once confirmed.
  public ReadOnlyObjectProperty<@Nullable KeyRow> doubted() {
    return doubted.getReadOnlyProperty();
  }

  /// Tells when providers or their models may have changed.
  public void whenChanged(Runnable listener) {
    changed = listener;
  }

  /// Tells which provider was kept, once its models are known or could not be had.
  public void whenKept(Consumer<ProviderId> listener) {
    keptListener = listener;
  }

  /// Shows the list; the form at once when there is nothing to list.
  public void open() {
    form.clear();
    doubted.set(null);
    adding.set(false);
    fetch(() -> adding.set(rows.isEmpty()));
  }

  /// Fetches what there is.
  public void load() {
    fetch(() -> {});
  }

  private void fetch(Runnable then) {
    run(
        () -> new Fetched(api.providers(), api.keys()),
        fetched -> {
          show(fetched);
          then.run();
        });
  }

  private void show(Fetched fetched) {
    var shown = new ArrayList<KeyRow>();
    for (var provider : fetched.providers().providers()) {
      var own =
          fetched.keys().stream().filter(key -> key.provider().equals(provider.id())).toList();
      own.forEach(key -> shown.add(new KeyRow(provider, key)));
      if (own.isEmpty() && provider.own()) {
        shown.add(new KeyRow(provider, null));
      }
    }
    rows.setAll(shown);
    form.taken(fetched.keys().stream().map(KeyEntry::nickname).collect(Collectors.toSet()));
    options.setAll(optionsFrom(fetched.providers()));
  }

  private static List<ProviderOption> optionsFrom(Providers providers) {
    var options = new ArrayList<ProviderOption>();
    for (var provider : providers.providers()) {
      if (provider.kind() != ProviderKind.LOCAL) {
        options.add(new ProviderOption.Present(provider));
      }
    }
    for (var entry : providers.catalogue()) {
      if (providers.providers().stream().noneMatch(p -> p.address().equals(entry.address()))) {
        options.add(new ProviderOption.Known(entry));
      }
    }
    options.add(new ProviderOption.File());
    options.add(new ProviderOption.ByAddress());
    return options;
  }

  public void startAdding() {
    form.clear();
    adding.set(true);
  }

  /// The same, with a provider that was chosen already.
  public void startAdding(ProviderOption option) {
    startAdding();
    form.option().set(option);
  }

  public void stopAdding() {
    giveBack();
    form.clear();
    adding.set(false);
  }

  /// Asks the provider whether it takes this key.
  public void tryKey() {
    var entered = form.entered();
    test.set(new TestState.Working());
    background.run(
        () -> models(entered),
        models -> test.set(new TestState.Works(models)),
        why -> test.set(new TestState.Fails(why)));
  }

  private int models(KeyForm.Entered entered) {
    var provider = provider(entered);
    return entered.secret().isEmpty()
        ? api.fetchModels(provider).models().size()
        : api.testKey(provider, entered.secret()).size();
  }

  /// Keeps provider and key, then fetches the models.
  public void save() {
    var entered = form.entered();
    test.set(new TestState.Working());
    background.run(() -> keep(entered), this::kept, why -> test.set(new TestState.Fails(why)));
  }

  private Kept keep(KeyForm.Entered entered) {
    var provider = provider(entered);
    return new Kept(
        provider,
        entered.secret().isEmpty()
            ? null
            : api.addKey(provider, entered.nickname(), entered.secret()));
  }

  private void kept(Kept kept) {
    borrowed = null;
    form.clear();
    background.run(
        () ->
            kept.key() == null
                ? api.fetchModels(kept.provider())
                : api.fetchModels(kept.provider(), kept.key().id()),
        _ -> listAgain(kept.provider(), null),
        why -> listAgain(kept.provider(), why));
  }

  /// @param why the models could not be fetched; the key is kept all the same
  private void listAgain(ProviderId provider, @Nullable Failure why) {
    changed.run();
    fetch(() -> {
      adding.set(false);
      failure.set(why);
      keptListener.accept(provider);
    });
  }

  /// The chosen provider; stored first when it is new.
  private ProviderId provider(KeyForm.Entered entered) {
    if (entered.option() instanceof ProviderOption.Present(var present)) {
      return present.id();
    }
    var stored = borrowed;
    if (stored == null || !stored.address().equals(entered.address())) {
      giveBackNow();
      stored = api.addProvider(entered.name(), entered.kind(), entered.address());
      borrowed = stored;
    }
    return stored.id();
  }

  /// Removes a provider again that was stored only for a test.
  private void giveBack() {
    if (borrowed != null) {
      run(
          () -> {
            giveBackNow();
            return api;
          },
          _ -> {});
    }
  }

  private void giveBackNow() {
    var stored = borrowed;
    if (stored != null) {
      api.removeProvider(stored.id());
      borrowed = null;
    }
  }

  /// Asks whether this row shall go.
  public void doubt(KeyRow row) {
    doubted.set(row);
  }

  public void keepDoubted() {
    doubted.set(null);
  }

  public void removeDoubted() {
    var row = doubted.get();
    doubted.set(null);
    if (row != null) {
      run(
          () -> removed(row),
          _ -> {
            changed.run();
            load();
          });
    }
  }

  private KeyRow removed(KeyRow row) {
    if (row.key() == null) {
      api.removeProvider(row.provider().id());
    } else {
      api.removeKey(row.key().id());
    }
    return row;
  }

  private void untested() {
    test.set(new TestState.Untested());
  }

  private <T> void run(Supplier<T> work, Consumer<T> done) {
    background.run(
        work,
        result -> {
          failure.set(null);
          done.accept(result);
        },
        failure::set);
  }
}
