/// Tests of the tools and their servers.
@NullMarked
package org.colloquy.desktop.ui.tools;

import org.jspecify.annotations.NullMarked;
