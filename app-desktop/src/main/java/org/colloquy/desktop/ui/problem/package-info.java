/// What fills the window when the server cannot start.
@NullMarked
package org.colloquy.desktop.ui.problem;

import org.jspecify.annotations.NullMarked;
