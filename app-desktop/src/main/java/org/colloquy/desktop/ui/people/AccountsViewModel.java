package org.colloquy.desktop.ui.people;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AccountEntry;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.PeopleClient;
import org.colloquy.desktop.client.ResetCode;
import org.colloquy.model.AccountRole;
import org.jspecify.annotations.Nullable;

/// Who has an account on the server, and what they may do.
public final class AccountsViewModel {
  private final PeopleClient client;
  private final Background background;
  private final ObservableList<AccountEntry> accounts = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable MadeCode> code = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable AccountEntry> doubted =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

  /// A code that was just made, which is never shown again.
  public record MadeCode(AccountEntry account, ResetCode code) {}

  public AccountsViewModel(PeopleClient client, Background background) {
    this.client = client;
    this.background = background;
  }

  /// Everybody's, the oldest first.
  public ObservableList<AccountEntry> accounts() {
    return accounts;
  }

  /// With what somebody may choose a new password; null when none was made.
  public ReadOnlyObjectProperty<@Nullable MadeCode> code() {
    return code.getReadOnlyProperty();
  }

  /// Whose account shall go, once confirmed.
  public ReadOnlyObjectProperty<@Nullable AccountEntry> doubted() {
    return doubted.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Shows what there is now.
  public void open() {
    code.set(null);
    doubted.set(null);
    background.run(client::accounts, this::show, this::fail);
  }

  private void show(List<AccountEntry> all) {
    failure.set(null);
    accounts.setAll(all);
  }

  /// Who may not see the others sees nobody.
  private void fail(Failure why) {
    accounts.clear();
    failure.set(why);
  }

  /// Shuts somebody out, or lets them in again.
  public void turn(AccountEntry account) {
    change(
        account,
        () -> account.disabled() ? client.letIn(account.id()) : client.shutOut(account.id()));
  }

  /// Lets somebody do what this role may.
  public void make(AccountEntry account, AccountRole role) {
    if (role != account.role()) {
      change(account, () -> client.make(account.id(), role));
    }
  }

  /// Makes a code with which somebody who forgot their password may choose another.
  public void makeCode(AccountEntry account) {
    background.run(
        () -> new MadeCode(account, client.resetCode(account.id())),
        made -> {
          failure.set(null);
          code.set(made);
        },
        failure::set);
  }

  /// Asks whether this account shall go with everything it has.
  public void doubt(AccountEntry account) {
    doubted.set(account);
  }

  public void keepDoubted() {
    doubted.set(null);
  }

  public void removeDoubted() {
    var account = doubted.get();
    doubted.set(null);
    if (account != null) {
      background.run(
          () -> {
            client.remove(account.id());
            return client.accounts();
          },
          this::show,
          failure::set);
    }
  }

  private void change(AccountEntry before, Supplier<AccountEntry> change) {
    background.run(
        change,
        now -> {
          failure.set(null);
          replace(before, now);
        },
        why -> {
          failure.set(why);
          // What was chosen in the list is shown as it still is.
          replace(before, before);
        });
  }

  private void replace(AccountEntry before, AccountEntry now) {
    var place = accounts.indexOf(before);
    if (place >= 0) {
      accounts.set(place, now);
    }
  }
}
