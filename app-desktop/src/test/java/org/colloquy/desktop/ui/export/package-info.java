@NullMarked
package org.colloquy.desktop.ui.export;

import org.jspecify.annotations.NullMarked;
