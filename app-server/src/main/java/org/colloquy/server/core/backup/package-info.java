/// Copies of everything that is kept, and whether it is in order.
@NullMarked
package org.colloquy.server.core.backup;

import org.jspecify.annotations.NullMarked;
