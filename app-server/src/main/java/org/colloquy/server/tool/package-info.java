/// What the program can do outside of itself on a turn's behalf.
@NullMarked
package org.colloquy.server.tool;

import org.jspecify.annotations.NullMarked;
