/// What was done that somebody may have to account for.
@NullMarked
package org.colloquy.server.core.audit;

import org.jspecify.annotations.NullMarked;
