/// Tests of the window's frame.
@NullMarked
package org.colloquy.desktop.ui.shell;

import org.jspecify.annotations.NullMarked;
