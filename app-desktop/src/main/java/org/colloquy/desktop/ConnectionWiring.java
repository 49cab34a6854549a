package org.colloquy.desktop;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Supplier;
import org.colloquy.desktop.ui.chat.CatchingUp;
import org.colloquy.desktop.ui.connection.ConnectionView;
import org.colloquy.desktop.ui.connection.ConnectionViewModel;
import org.colloquy.desktop.ui.connection.FoundServers;
import org.colloquy.desktop.ui.connection.StatusView;
import org.colloquy.desktop.ui.shell.ShellViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;

/// What knows which server the window shows.
record ConnectionWiring(ConnectionViewModel connection, FoundServers found, ShellViewModel shell) {
  static ConnectionWiring of(ChatWiring talk, ShellViewModel shell, Wiring.Outside outside) {
    var change =
        new ConnectionViewModel.Change(
            talk.drafts()::rest,
            shell::emptied,
            () -> {
              shell.load();
              CatchingUp.in(talk.chat());
            },
            () -> shell.dialog().set(Dialog.CONNECTION));
    var connection =
        new ConnectionViewModel(
            outside.server(), outside.background(), outside.settings(), outside.tokens(), change);
    var found = new FoundServers(outside.search(), outside.background());
    shell.whenLeft(Dialog.CONNECTION, found::end);
    return new ConnectionWiring(connection, found, shell);
  }

  /// What makes its views.
  Map<Class<?>, Supplier<Object>> views() {
    return Map.ofEntries(
        entry(
            ConnectionView.class,
            () -> new ConnectionView(connection, found, () -> shell.dialog().set(Dialog.NONE))),
        entry(
            StatusView.class,
            () -> new StatusView(connection, () -> shell.dialog().set(Dialog.CONNECTION))));
  }
}
