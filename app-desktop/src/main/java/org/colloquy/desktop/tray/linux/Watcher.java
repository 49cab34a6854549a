package org.colloquy.desktop.tray.linux;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/// Who keeps the list of icons; the desktop's, not ours.
@DBusInterfaceName(Watcher.NAME)
public interface Watcher extends DBusInterface {
  /// Under which it is found.
  String NAME = "org.kde.StatusNotifierWatcher";

  /// Where it is found there.
  String PATH = "/StatusNotifierWatcher";

  /// Puts an icon on the list.
  ///
  /// @param service the name on the bus of the program that has it
  @DBusMemberName("RegisterStatusNotifierItem")
  void register(String service);
}
