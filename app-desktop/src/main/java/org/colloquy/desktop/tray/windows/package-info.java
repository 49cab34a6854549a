/// The notification area of Windows, by AWT.
@NullMarked
package org.colloquy.desktop.tray.windows;

import org.jspecify.annotations.NullMarked;
