/// Which server the window shows, and whether it answers.
@NullMarked
package org.colloquy.desktop.ui.connection;

import org.jspecify.annotations.NullMarked;
