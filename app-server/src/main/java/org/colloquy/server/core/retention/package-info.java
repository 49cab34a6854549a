/// Deleting what nobody wanted to be kept any longer.
@NullMarked
package org.colloquy.server.core.retention;

import org.jspecify.annotations.NullMarked;
