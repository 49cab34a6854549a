/// The server: everything Colloquy can do, reached over HTTP. Runs headless or inside the desktop.
@NullMarked
package org.colloquy.server;

import org.jspecify.annotations.NullMarked;
