package org.colloquy.desktop.ui.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.KeyEntry;
import org.colloquy.desktop.client.KeySharing;
import org.colloquy.desktop.client.PeopleClient;
import org.colloquy.desktop.client.ProviderEntry;
import org.colloquy.desktop.client.SharedKeyEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Visit;
import org.colloquy.model.KeyId;
import org.jspecify.annotations.Nullable;

/// The keys that can be shared, and those that other owners share. Of a key only its name is known,
/// and of others' not even that.
public final class SharedKeysViewModel {
  private final ApiClient api;
  private final PeopleClient client;
  private final Visit visit;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private PeopleNames names = PeopleNames.NOBODY;

  /// A key in the list.
  ///
  /// @param owner who else shares it; empty for one's own, which alone can be changed
  public record Row(KeyId id, String title, String owner, KeySharing sharing) {}

  private record Fetched(PeopleNames names, List<Row> rows) {}

  public SharedKeysViewModel(ApiClient api, PeopleClient client, Background background) {
    this.api = api;
    this.client = client;
    visit = new Visit(background, failure::set);
  }

  /// One's own, the oldest first, then those that others share.
  public ObservableList<Row> rows() {
    return rows;
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// With whom a key can be shared.
  public List<KeySharing> choices() {
    return Stream.concat(
            Stream.of(KeySharing.NOBODY, KeySharing.EVERYBODY),
            names.groups().keySet().stream().map(KeySharing::with))
        .toList();
  }

  /// With whom, in words.
  public String words(KeySharing sharing) {
    if (!sharing.shared()) {
      return Text.of("people.keys.nobody");
    }
    return sharing.group() == null ? Text.of("people.everybody") : names.group(sharing.group());
  }

  /// Shows what there is now.
  public void open() {
    change(() -> {});
  }

  /// Shares one's own key with these, or with nobody any more.
  public void share(Row row, KeySharing sharing) {
    if (!sharing.equals(row.sharing())) {
      change(() -> client.share(row.id(), sharing));
    }
  }

  private void change(Runnable change) {
    visit.begin(
        () -> {
          change.run();
          return fetched();
        },
        now -> {
          failure.set(null);
          names = now.names();
          rows.setAll(now.rows());
        });
  }

  private Fetched fetched() {
    var now = PeopleNames.of(client);
    var shared =
        client.sharedKeys().stream().collect(Collectors.toMap(SharedKeyEntry::id, key -> key));
    var providers =
        api.providers().providers().stream()
            .collect(Collectors.toMap(ProviderEntry::id, ProviderEntry::name));
    var all = new ArrayList<Row>();
    for (var key : api.keys()) {
      var entry = shared.remove(key.id());
      var sharing = entry == null ? KeySharing.NOBODY : entry.sharing();
      all.add(new Row(key.id(), title(key, providers.get(key.provider())), "", sharing));
    }
    for (var other : shared.values()) {
      all.add(new Row(other.id(), other.provider(), now.account(other.account()), other.sharing()));
    }
    return new Fetched(now, all);
  }

  private static String title(KeyEntry key, @Nullable String provider) {
    return provider == null ? key.nickname() : key.nickname() + " · " + provider;
  }
}
