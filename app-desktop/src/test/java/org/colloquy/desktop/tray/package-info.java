/// The icon in the desktop's tray.
@NullMarked
package org.colloquy.desktop.tray;

import org.jspecify.annotations.NullMarked;
