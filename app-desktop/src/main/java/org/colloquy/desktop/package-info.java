/// The JavaFX client. It talks HTTP to a server, also to the one it starts itself.
@NullMarked
package org.colloquy.desktop;

import org.jspecify.annotations.NullMarked;
