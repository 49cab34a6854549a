/// Work in tests.
@NullMarked
package org.colloquy.desktop.background;

import org.jspecify.annotations.NullMarked;
