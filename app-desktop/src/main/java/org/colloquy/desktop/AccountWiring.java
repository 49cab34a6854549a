package org.colloquy.desktop;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Supplier;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.ImportClient;
import org.colloquy.desktop.ui.keys.KeyFormView;
import org.colloquy.desktop.ui.keys.KeysView;
import org.colloquy.desktop.ui.keys.KeysViewModel;
import org.colloquy.desktop.ui.parts.Saving;
import org.colloquy.desktop.ui.privacy.DataView;
import org.colloquy.desktop.ui.privacy.DataViewModel;
import org.colloquy.desktop.ui.privacy.ImportView;
import org.colloquy.desktop.ui.privacy.ImportViewModel;
import org.colloquy.desktop.ui.privacy.LogView;
import org.colloquy.desktop.ui.privacy.LogViewModel;
import org.colloquy.desktop.ui.privacy.PrivacyView;
import org.colloquy.desktop.ui.privacy.PrivacyViewModel;
import org.colloquy.desktop.ui.privacy.ProgramsView;
import org.colloquy.desktop.ui.privacy.ProgramsViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.colloquy.desktop.ui.usage.UsageView;
import org.colloquy.desktop.ui.usage.UsageViewModel;
import org.colloquy.model.KeyId;

/// What is about the account itself: its keys, what was used with them, what may leave, its data.
record AccountWiring(
    KeysViewModel keys,
    UsageViewModel usage,
    PrivacyViewModel privacy,
    DataViewModel data,
    ImportViewModel imports,
    AccountClient account) {
  static AccountWiring of(ApiClient api, Wiring.Outside outside) {
    var background = outside.background();
    var account = new AccountClient(outside.server());
    return new AccountWiring(
        new KeysViewModel(api, background),
        new UsageViewModel(account, background, outside.clock()),
        new PrivacyViewModel(account, background),
        new DataViewModel(account, background),
        new ImportViewModel(new ImportClient(outside.server()), background),
        account);
  }

  /// What makes their views.
  Map<Class<?>, Supplier<Object>> views(ShellViewModel shell, Wiring.Outside outside) {
    var background = outside.background();
    var programs = new ProgramsViewModel(account, background);
    var log = new LogViewModel(account, background);
    var saving = new Saving(background, outside.saveDialog());
    Runnable close = () -> shell.dialog().set(Dialog.NONE);
    Runnable showUsage = () -> shell.dialog().set(Dialog.USAGE);
    var ways = new KeysView.Ways(showUsage, key -> showUsage(key, showUsage));
    return Map.ofEntries(
        entry(KeysView.class, () -> new KeysView(keys, close, ways)),
        entry(KeyFormView.class, () -> new KeyFormView(keys, outside.openDialog())),
        entry(UsageView.class, () -> new UsageView(usage, saving, close)),
        entry(PrivacyView.class, () -> new PrivacyView(privacy, imports, close)),
        entry(DataView.class, () -> new DataView(data, outside.saveDialog())),
        entry(ImportView.class, () -> new ImportView(imports, outside.openDialog())),
        entry(ProgramsView.class, () -> new ProgramsView(programs)),
        entry(LogView.class, () -> new LogView(log)));
  }

  private void showUsage(KeyId key, Runnable show) {
    usage.sumUp(key);
    show.run();
  }
}
