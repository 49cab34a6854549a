/// Tests of the usage screen.
@NullMarked
package org.colloquy.desktop.ui.usage;

import org.jspecify.annotations.NullMarked;
