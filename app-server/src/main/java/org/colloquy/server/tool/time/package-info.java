/// What time it is.
@NullMarked
package org.colloquy.server.tool.time;

import org.jspecify.annotations.NullMarked;
