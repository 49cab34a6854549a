/// Tests of formulas.
@NullMarked
package org.colloquy.desktop.ui.parts.math;

import org.jspecify.annotations.NullMarked;
