/// Sharing the server on its network, tried.
@NullMarked
package org.colloquy.desktop.ui.sharing;

import org.jspecify.annotations.NullMarked;
