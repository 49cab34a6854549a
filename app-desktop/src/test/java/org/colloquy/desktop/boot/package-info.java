/// How the program starts.
@NullMarked
package org.colloquy.desktop.boot;

import org.jspecify.annotations.NullMarked;
