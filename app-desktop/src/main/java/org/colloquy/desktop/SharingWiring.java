package org.colloquy.desktop;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.PeopleClient;
import org.colloquy.desktop.client.ShareClient;
import org.colloquy.desktop.client.SharingClient;
import org.colloquy.desktop.ui.parts.Saving;
import org.colloquy.desktop.ui.people.AccountsView;
import org.colloquy.desktop.ui.people.AccountsViewModel;
import org.colloquy.desktop.ui.people.GroupsView;
import org.colloquy.desktop.ui.people.GroupsViewModel;
import org.colloquy.desktop.ui.people.PeopleLogView;
import org.colloquy.desktop.ui.people.PeopleLogViewModel;
import org.colloquy.desktop.ui.people.PeopleUsageView;
import org.colloquy.desktop.ui.people.PeopleUsageViewModel;
import org.colloquy.desktop.ui.people.PeopleView;
import org.colloquy.desktop.ui.people.QuotasView;
import org.colloquy.desktop.ui.people.QuotasViewModel;
import org.colloquy.desktop.ui.people.SharedKeysView;
import org.colloquy.desktop.ui.people.SharedKeysViewModel;
import org.colloquy.desktop.ui.shares.SharesView;
import org.colloquy.desktop.ui.shares.SharesViewModel;
import org.colloquy.desktop.ui.sharing.SharedView;
import org.colloquy.desktop.ui.sharing.SharingView;
import org.colloquy.desktop.ui.sharing.SharingViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.colloquy.desktop.ui.shell.Shortcut;

/// What shares the server on its network, and what knows who has an account on it.
record SharingWiring(SharingViewModel sharing, SharesViewModel shares, Wiring.Outside outside) {
  static SharingWiring of(Wiring.Outside outside) {
    return new SharingWiring(
        new SharingViewModel(new SharingClient(outside.server()), outside.background()),
        new SharesViewModel(new ShareClient(outside.server()), outside.background()),
        outside);
  }

  /// Whether this is offered to whoever sits here.
  boolean offers(Shortcut shortcut) {
    boolean owners = shortcut == Shortcut.SHARING || shortcut == Shortcut.PEOPLE;
    return !owners || sharing.sharing().get() != null;
  }

  /// What makes its views.
  ///
  /// @param atHome whether the window shows its own server
  Map<Class<?>, Supplier<Object>> views(ShellViewModel shell, ObservableValue<Boolean> atHome) {
    shell.whenLoaded(sharing::load);
    shell.whenLeft(Dialog.SHARING, sharing::close);
    shell
        .history()
        .commands()
        .whenSharingWanted(conversation -> {
          shares.want(conversation);
          shell.dialog().set(Dialog.SHARES);
        });
    Runnable close = () -> shell.dialog().set(Dialog.NONE);
    Runnable share = () -> shell.dialog().set(Dialog.SHARING);
    Runnable showPeople = () -> shell.dialog().set(Dialog.PEOPLE);
    return Map.ofEntries(
        entry(SharingView.class, () -> new SharingView(sharing, atHome, showPeople, close)),
        entry(SharedView.class, () -> new SharedView(sharing, share)),
        entry(SharesView.class, () -> new SharesView(shares, close)));
  }

  /// What makes the pages on which an owner looks after everybody.
  ///
  /// @param api tells of the caller's own keys
  Map<Class<?>, Supplier<Object>> pages(ApiClient api, ShellViewModel shell) {
    var people = new PeopleClient(outside.server());
    var background = outside.background();
    var accounts = new AccountsViewModel(people, background);
    var groups = new GroupsViewModel(people, background);
    var quotas = new QuotasViewModel(people, background);
    var usage = new PeopleUsageViewModel(people, background, outside.clock());
    var keys = new SharedKeysViewModel(api, people, background);
    var log = new PeopleLogViewModel(people, new AccountClient(outside.server()), background);
    shell.whenLeft(Dialog.PEOPLE, log::stop);
    var saving = new Saving(background, outside.saveDialog());
    Runnable close = () -> shell.dialog().set(Dialog.NONE);
    Runnable share = () -> shell.dialog().set(Dialog.SHARING);
    Runnable showKeys = () -> shell.dialog().set(Dialog.KEYS);
    return Map.ofEntries(
        entry(PeopleView.class, () -> new PeopleView(close)),
        entry(AccountsView.class, () -> new AccountsView(accounts, share)),
        entry(GroupsView.class, () -> new GroupsView(groups)),
        entry(QuotasView.class, () -> new QuotasView(quotas)),
        entry(PeopleUsageView.class, () -> new PeopleUsageView(usage, saving)),
        entry(SharedKeysView.class, () -> new SharedKeysView(keys, showKeys)),
        entry(PeopleLogView.class, () -> new PeopleLogView(log)));
  }
}
