/// The panel at the right side of the window and its pages.
@NullMarked
package org.colloquy.desktop.ui.side;

import org.jspecify.annotations.NullMarked;
