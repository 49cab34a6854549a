/// The tray of desktops on Linux.
@NullMarked
package org.colloquy.desktop.tray.linux;

import org.jspecify.annotations.NullMarked;
