/// Light and dark.
@NullMarked
package org.colloquy.desktop.theme;

import org.jspecify.annotations.NullMarked;
