/// What answers were given with, what they cite of it, and whether it stands there.
@NullMarked
package org.colloquy.server.core.citation;

import org.jspecify.annotations.NullMarked;
