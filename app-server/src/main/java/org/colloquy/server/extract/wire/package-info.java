/// What the server and the process that reads a file say to each other.
@NullMarked
package org.colloquy.server.extract.wire;

import org.jspecify.annotations.NullMarked;
