/// Servers of tools, the tools there are, and what was decided about them.
@NullMarked
package org.colloquy.desktop.ui.tools;

import org.jspecify.annotations.NullMarked;
