/// Tests of shared pieces.
@NullMarked
package org.colloquy.desktop.ui.parts;

import org.jspecify.annotations.NullMarked;
