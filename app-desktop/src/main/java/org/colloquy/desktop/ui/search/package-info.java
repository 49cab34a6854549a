/// Looking for something in everything that was said, kept and remembered.
@NullMarked
package org.colloquy.desktop.ui.search;

import org.jspecify.annotations.NullMarked;
