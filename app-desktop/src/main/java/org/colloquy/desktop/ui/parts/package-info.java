/// Pieces that several screens use.
@NullMarked
package org.colloquy.desktop.ui.parts;

import org.jspecify.annotations.NullMarked;
