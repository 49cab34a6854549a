/// Formulas: written in LaTeX, drawn as outlines.
@NullMarked
package org.colloquy.desktop.ui.parts.math;

import org.jspecify.annotations.NullMarked;
