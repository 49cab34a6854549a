/// The tray of desktops on Linux: StatusNotifierItem and its menu, over D-Bus.
@NullMarked
package org.colloquy.desktop.tray.linux;

import org.jspecify.annotations.NullMarked;
