/// What an answer cites: marks in its text, lines of a list, cards.
@NullMarked
package org.colloquy.desktop.ui.parts.sources;

import org.jspecify.annotations.NullMarked;
