/// Rows and plots on the screen and in files.
@NullMarked
package org.colloquy.desktop.ui.parts.data;

import org.jspecify.annotations.NullMarked;
