/// Tests of how the window looks.
@NullMarked
package org.colloquy.desktop.theme;

import org.jspecify.annotations.NullMarked;
