/// Handing people everything that is theirs.
@NullMarked
package org.colloquy.server.core.export;

import org.jspecify.annotations.NullMarked;
