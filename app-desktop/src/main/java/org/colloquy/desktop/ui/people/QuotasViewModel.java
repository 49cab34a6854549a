package org.colloquy.desktop.ui.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.PeopleClient;
import org.colloquy.desktop.client.QuotaEntry;
import org.colloquy.desktop.client.QuotaHolder;
import org.colloquy.desktop.client.QuotaMeasure;
import org.colloquy.desktop.ui.parts.Visit;
import org.jspecify.annotations.Nullable;

/// How much everybody may ask of models, and how far that is used.
public final class QuotasViewModel {
  private final PeopleClient client;
  private final Visit visit;
  private final ObservableList<QuotaEntry> quotas = FXCollections.observableArrayList();
  private final ObservableList<QuotaHolder> holders = FXCollections.observableArrayList();
  private final QuotaForm form = new QuotaForm();
  private final BooleanProperty editing = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable QuotaMeasure> wrong = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable QuotaEntry> doubted = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private PeopleNames names = PeopleNames.NOBODY;

  private record Fetched(PeopleNames names, List<QuotaEntry> quotas) {}

  public QuotasViewModel(PeopleClient client, Background background) {
    this.client = client;
    visit = new Visit(background, failure::set);
  }

  /// Everybody's first, then those of accounts and of groups.
  public ObservableList<QuotaEntry> quotas() {
    return quotas;
  }

  /// Whom a quota can be given to.
  public ObservableList<QuotaHolder> holders() {
    return holders;
  }

  QuotaForm form() {
    return form;
  }

  /// Whether the form is shown instead of the list.
  public BooleanProperty editing() {
    return editing;
  }

  /// What in the form is no number; null when nothing is.
  public ReadOnlyObjectProperty<@Nullable QuotaMeasure> wrong() {
    return wrong.getReadOnlyProperty();
  }

  /// The quota that shall go, once confirmed.
  public ReadOnlyObjectProperty<@Nullable QuotaEntry> doubted() {
    return doubted.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// What this one is called.
  public String name(QuotaHolder holder) {
    return names.of(holder);
  }

  /// Shows what there is now.
  public void open() {
    doubted.set(null);
    editing.set(false);
    change(() -> {});
  }

  private void change(Runnable change) {
    visit.begin(
        () -> {
          change.run();
          return new Fetched(PeopleNames.of(client), client.quotas());
        },
        this::show);
  }

  private void show(Fetched now) {
    failure.set(null);
    editing.set(false);
    names = now.names();
    holders.setAll(Stream.concat(Stream.of(new QuotaHolder.Everybody()), names.holders()).toList());
    quotas.setAll(now.quotas());
  }

  /// Begins a new quota.
  public void add() {
    form.clear();
    edit();
  }

  /// Begins to change this one.
  public void change(QuotaEntry quota) {
    form.show(quota);
    edit();
  }

  private void edit() {
    wrong.set(null);
    failure.set(null);
    doubted.set(null);
    editing.set(true);
  }

  /// Keeps nothing of what was written.
  public void stop() {
    failure.set(null);
    editing.set(false);
  }

  /// Sets the quota that was written, if all of it is numbers.
  public void save() {
    var of = form.of().get();
    var fault = Stream.of(QuotaMeasure.values()).filter(each -> !form.isRight(each)).findFirst();
    wrong.set(fault.orElse(null));
    if (of != null && fault.isEmpty()) {
      var most = form.most();
      change(() -> client.limit(of, most));
    }
  }

  /// Asks whether this quota shall go.
  public void doubt(QuotaEntry quota) {
    doubted.set(quota);
  }

  public void keepDoubted() {
    doubted.set(null);
  }

  public void removeDoubted() {
    var quota = doubted.get();
    doubted.set(null);
    if (quota != null) {
      change(() -> client.limit(quota.of(), Map.of()));
    }
  }
}
