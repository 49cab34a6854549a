package org.colloquy.desktop;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Supplier;
import org.colloquy.desktop.client.SharingClient;
import org.colloquy.desktop.ui.sharing.SharedView;
import org.colloquy.desktop.ui.sharing.SharingView;
import org.colloquy.desktop.ui.sharing.SharingViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.colloquy.desktop.ui.shell.Shortcut;

/// What shares the server on its network.
record SharingWiring(SharingViewModel sharing) {
  static SharingWiring of(Wiring.Outside outside) {
    return new SharingWiring(
        new SharingViewModel(new SharingClient(outside.server()), outside.background()));
  }

  /// Whether this is offered to whoever sits here.
  boolean offers(Shortcut shortcut) {
    return shortcut != Shortcut.SHARING || sharing.sharing().get() != null;
  }

  /// What makes its views.
  Map<Class<?>, Supplier<Object>> views(ShellViewModel shell) {
    shell.whenLoaded(sharing::load);
    shell.whenLeft(Dialog.SHARING, sharing::close);
    return Map.ofEntries(
        entry(
            SharingView.class,
            () -> new SharingView(sharing, () -> shell.dialog().set(Dialog.NONE))),
        entry(
            SharedView.class,
            () -> new SharedView(sharing, () -> shell.dialog().set(Dialog.SHARING))));
  }
}
