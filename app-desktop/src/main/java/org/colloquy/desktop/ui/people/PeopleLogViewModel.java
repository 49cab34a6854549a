package org.colloquy.desktop.ui.people;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.AuditCheck;
import org.colloquy.desktop.client.AuditEntry;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.PeopleClient;
import org.colloquy.desktop.ui.parts.Visit;
import org.jspecify.annotations.Nullable;

/// What everybody did that they may have to account for, page by page, and whether the log is as it
/// was written.
public final class PeopleLogViewModel {
  private static final int AT_ONCE = 100;

  private final PeopleClient client;
  private final AccountClient account;
  private final Visit visit;
  private final Visit checking;
  private final ObservableList<AuditEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<@Nullable UUID> people = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable UUID> person = new SimpleObjectProperty<>();
  private final StringProperty action = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable AuditCheck> check = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> uncheckable =
      new ReadOnlyObjectWrapper<>();
  private PeopleNames names = PeopleNames.NOBODY;

  private record Fetched(PeopleNames names, List<AuditEntry> entries) {}

  public PeopleLogViewModel(PeopleClient client, AccountClient account, Background background) {
    this.client = client;
    this.account = account;
    visit = new Visit(background, failure::set);
    checking =
        new Visit(
            background,
            why -> {
              busy.set(false);
              uncheckable.set(why);
            });
  }

  /// The last first.
  public ObservableList<AuditEntry> entries() {
    return entries;
  }

  /// Whose entries can be asked for; null for everybody's.
  public ObservableList<@Nullable UUID> people() {
    return people;
  }

  /// Whose entries are shown; null for everybody's.
  public ObjectProperty<@Nullable UUID> person() {
    return person;
  }

  /// What shall have been done, in the server's words; empty for everything.
  public StringProperty action() {
    return action;
  }

  /// Whether there are older entries.
  public ReadOnlyBooleanProperty more() {
    return more.getReadOnlyProperty();
  }

  /// Whether the log is being looked through.
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// What the last check found; null before one.
  public ReadOnlyObjectProperty<@Nullable AuditCheck> check() {
    return check.getReadOnlyProperty();
  }

  /// Why the log could not be looked through; null when it could.
  public ReadOnlyObjectProperty<@Nullable Failure> uncheckable() {
    return uncheckable.getReadOnlyProperty();
  }

  /// Why there are no entries; null when there are.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// What this person is called.
  public String name(UUID id) {
    return names.account(id);
  }

  /// Who did this; empty when nobody is known.
  public String who(AuditEntry entry) {
    return entry.account() == null ? "" : name(entry.account());
  }

  /// Shows the newest entries, and looks whether the log is as it was written.
  public void open() {
    load();
    checkNow();
  }

  /// Shows the newest of the entries that are wanted.
  public void load() {
    var who = person.get();
    var what = action.get();
    visit.begin(
        () -> new Fetched(PeopleNames.of(client), client.audit(who, what, Long.MAX_VALUE, AT_ONCE)),
        this::show);
  }

  private void show(Fetched now) {
    failure.set(null);
    names = now.names();
    var choices = now.names().choices();
    if (!people.equals(choices)) {
      people.setAll(choices);
    }
    entries.setAll(now.entries());
    more.set(now.entries().size() == AT_ONCE);
  }

  /// Shows older entries beneath.
  public void older() {
    if (entries.isEmpty()) {
      return;
    }
    var who = person.get();
    var what = action.get();
    var last = entries.getLast().number();
    visit.begin(
        () -> client.audit(who, what, last, AT_ONCE),
        found -> {
          failure.set(null);
          entries.addAll(found);
          more.set(found.size() == AT_ONCE);
        });
  }

  /// Looks through the whole log, which takes the longer the more is in it.
  public void checkNow() {
    check.set(null);
    uncheckable.set(null);
    busy.set(true);
    checking.begin(
        account::checkAudit,
        found -> {
          busy.set(false);
          check.set(found);
        });
  }

  /// Waits for the check no more.
  public void stop() {
    checking.end();
    busy.set(false);
  }
}
