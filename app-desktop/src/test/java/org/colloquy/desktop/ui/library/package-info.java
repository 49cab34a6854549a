/// What the library of files promises.
@NullMarked
package org.colloquy.desktop.ui.library;

import org.jspecify.annotations.NullMarked;
