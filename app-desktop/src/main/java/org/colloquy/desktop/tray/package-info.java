/// The icon in the desktop's tray, which some call the status area or the notification area.
@NullMarked
package org.colloquy.desktop.tray;

import org.jspecify.annotations.NullMarked;
