package org.colloquy.desktop;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.SearchClient;
import org.colloquy.desktop.client.SearchHit;
import org.colloquy.desktop.client.ShareClient;
import org.colloquy.desktop.client.SidebarClient;
import org.colloquy.desktop.ui.history.HistoryCommands;
import org.colloquy.desktop.ui.history.HistoryView;
import org.colloquy.desktop.ui.history.HistoryViewModel;
import org.colloquy.desktop.ui.history.KnownConversations;
import org.colloquy.desktop.ui.history.WritersLook;
import org.colloquy.desktop.ui.settings.LookView;
import org.colloquy.desktop.ui.settings.SettingsView;
import org.colloquy.desktop.ui.settings.SettingsViewModel;
import org.colloquy.desktop.ui.shell.KeyboardView;
import org.colloquy.desktop.ui.shell.ModelPickerView;
import org.colloquy.desktop.ui.shell.ModelPickerViewModel;
import org.colloquy.desktop.ui.shell.PaletteView;
import org.colloquy.desktop.ui.shell.PaletteViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.colloquy.desktop.ui.shell.Shortcut;
import org.colloquy.desktop.ui.shell.Shortcuts;

/// Makes what one gets around with: the sidebar, the field that finds everything, the shortcuts.
final class SidebarWiring {
  private final Wiring.Outside outside;
  private final HistoryViewModel history;
  private final Shortcuts shortcuts;
  private final WritersLook writers;

  SidebarWiring(ApiClient api, Wiring.Outside outside) {
    this.outside = outside;
    this.shortcuts = new Shortcuts(outside.settings());
    var sidebar = new SidebarClient(outside.server());
    var known =
        new KnownConversations(
            api, sidebar, new ShareClient(outside.server()), outside.background());
    this.history =
        new HistoryViewModel(
            api,
            known,
            new HistoryCommands(sidebar, known),
            outside.settings(),
            outside.background(),
            outside.clock());
    this.writers = new WritersLook(history, outside.background());
  }

  HistoryViewModel history() {
    return history;
  }

  /// What looks for questions of others.
  WritersLook writers() {
    return writers;
  }

  Shortcuts shortcuts() {
    return shortcuts;
  }

  /// @param offered what can be done now
  /// @param open shows what was found
  Map<Class<?>, Supplier<Object>> views(
      ShellViewModel shell,
      ModelPickerViewModel models,
      Predicate<Shortcut> offered,
      Consumer<SearchHit> open) {
    var palette =
        new PaletteViewModel(
            history.known().now(),
            new SearchClient(outside.server()),
            outside.background(),
            outside.settings());
    palette.offer(offered);
    palette.whenChosen(row -> shell.choose(row, open));
    Runnable close = () -> shell.dialog().set(Dialog.NONE);
    Runnable keyboard = () -> shell.dialog().set(Dialog.KEYBOARD);
    Runnable welcome = () -> shell.dialog().set(Dialog.WELCOME);
    var settings = new SettingsViewModel(outside.settings(), outside.tray());
    return Map.ofEntries(
        entry(HistoryView.class, () -> new HistoryView(history)),
        entry(ModelPickerView.class, () -> new ModelPickerView(models, shell)),
        entry(PaletteView.class, () -> new PaletteView(palette, shortcuts)),
        entry(KeyboardView.class, () -> new KeyboardView(shortcuts, close)),
        entry(SettingsView.class, () -> new SettingsView(settings, close, keyboard, welcome)),
        entry(LookView.class, () -> new LookView(settings)));
  }
}
