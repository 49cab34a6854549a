package org.colloquy.desktop.ui.people;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AccountEntry;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.GroupEntry;
import org.colloquy.desktop.client.PeopleClient;
import org.colloquy.desktop.ui.parts.Visit;
import org.jspecify.annotations.Nullable;

/// The groups, and who is in the one that was chosen.
public final class GroupsViewModel {
  private final PeopleClient client;
  private final Visit visit;
  private final ObservableList<GroupEntry> groups = FXCollections.observableArrayList();
  private final ObservableList<AccountEntry> members = FXCollections.observableArrayList();
  private final ObservableList<AccountEntry> others = FXCollections.observableArrayList();
  private final StringProperty fresh = new SimpleStringProperty("");
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable GroupEntry> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable GroupEntry> doubted = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private List<AccountEntry> accounts = List.of();

  /// What there is after a change.
  ///
  /// @param shown the group that shall be chosen; null for the one that is, or else the first
  private record Fetched(
      List<AccountEntry> accounts, List<GroupEntry> groups, @Nullable UUID shown) {}

  public GroupsViewModel(PeopleClient client, Background background) {
    this.client = client;
    visit = new Visit(background, failure::set);
  }

  /// The oldest first.
  public ObservableList<GroupEntry> groups() {
    return groups;
  }

  /// Those of the chosen group.
  public ObservableList<AccountEntry> members() {
    return members;
  }

  /// Those who are not in the chosen group.
  public ObservableList<AccountEntry> others() {
    return others;
  }

  /// What a new group shall be called.
  public StringProperty fresh() {
    return fresh;
  }

  /// What the chosen group shall be called.
  public StringProperty name() {
    return name;
  }

  public ReadOnlyObjectProperty<@Nullable GroupEntry> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// The group that shall go, once confirmed.
  public ReadOnlyObjectProperty<@Nullable GroupEntry> doubted() {
    return doubted.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Shows what there is now.
  public void open() {
    doubted.set(null);
    change(() -> null);
  }

  /// Something that is done on the server.
  private interface Change {
    /// @return the group to show; null for the one that is shown
    @Nullable UUID make();
  }

  private void change(Change change) {
    change(change, () -> {});
  }

  private void change(Change change, Runnable then) {
    visit.begin(
        () -> {
          var shown = change.make();
          return new Fetched(client.accounts(), client.groups(), shown);
        },
        now -> {
          show(now);
          then.run();
        });
  }

  private void show(Fetched now) {
    failure.set(null);
    var before = chosen.get();
    var wanted = now.shown() != null || before == null ? now.shown() : before.id();
    accounts = now.accounts();
    groups.setAll(now.groups());
    showChosen(
        now.groups().stream()
            .filter(group -> group.id().equals(wanted))
            .findFirst()
            .orElse(now.groups().isEmpty() ? null : now.groups().getFirst()));
  }

  private void showChosen(@Nullable GroupEntry group) {
    chosen.set(group);
    name.set(group == null ? "" : group.name());
    var in = group == null ? List.<UUID>of() : group.members();
    members.setAll(accounts.stream().filter(account -> in.contains(account.id())).toList());
    others.setAll(accounts.stream().filter(account -> !in.contains(account.id())).toList());
  }

  /// Shows who is in this group.
  public void choose(GroupEntry group) {
    if (!group.equals(chosen.get())) {
      doubted.set(null);
      showChosen(group);
    }
  }

  /// Makes the new group.
  public void add() {
    var wanted = fresh.get();
    if (!wanted.isBlank()) {
      change(() -> client.addGroup(wanted).id(), () -> fresh.set(""));
    }
  }

  /// Gives the chosen group the name that was written.
  public void rename() {
    var group = chosen.get();
    if (group != null && !name.get().strip().equals(group.name())) {
      var wanted = name.get();
      change(() -> client.rename(group.id(), wanted).id());
    }
  }

  /// Makes somebody a member of the chosen group.
  public void join(AccountEntry account) {
    var group = chosen.get();
    if (group != null) {
      change(() -> {
        client.join(group.id(), account.id());
        return group.id();
      });
    }
  }

  /// Lets somebody go from the chosen group.
  public void leave(AccountEntry account) {
    var group = chosen.get();
    if (group != null) {
      change(() -> {
        client.leave(group.id(), account.id());
        return group.id();
      });
    }
  }

  /// Asks whether the chosen group shall go.
  public void doubt() {
    doubted.set(chosen.get());
  }

  public void keepDoubted() {
    doubted.set(null);
  }

  public void removeDoubted() {
    var group = doubted.get();
    doubted.set(null);
    if (group != null) {
      change(() -> {
        client.removeGroup(group.id());
        return null;
      });
    }
  }
}
