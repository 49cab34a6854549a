/// Sharing the server on its network, and inviting people to it.
@NullMarked
package org.colloquy.desktop.ui.sharing;

import org.jspecify.annotations.NullMarked;
