package org.colloquy.desktop.tray.linux;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/// What a desktop may do with an icon.
@DBusInterfaceName(StatusItem.NAME)
public interface StatusItem extends DBusInterface {
  /// Of the interface.
  String NAME = "org.kde.StatusNotifierItem";

  /// Somebody clicked on it. Where, in pixels of the screen, is of no use here, as in the others.
  @DBusMemberName("Activate")
  void activate(int x, int y);

  /// Somebody clicked on it with another button.
  @DBusMemberName("SecondaryActivate")
  void activateOtherwise(int x, int y);

  /// Somebody wants a menu, of a desktop that draws none itself.
  @DBusMemberName("ContextMenu")
  void showMenu(int x, int y);

  /// Somebody turned the wheel over it.
  @DBusMemberName("Scroll")
  void scroll(int by, String direction);
}
