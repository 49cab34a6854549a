@NullMarked
package org.colloquy.desktop.ui.parts.data;

import org.jspecify.annotations.NullMarked;
