/// The page of a file that an answer cites.
@NullMarked
package org.colloquy.desktop.ui.reader;

import org.jspecify.annotations.NullMarked;
