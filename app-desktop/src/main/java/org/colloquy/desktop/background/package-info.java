/// Work that takes long, beside the window's own thread.
@NullMarked
package org.colloquy.desktop.background;

import org.jspecify.annotations.NullMarked;
