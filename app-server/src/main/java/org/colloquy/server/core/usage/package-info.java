/// What asking models takes and costs.
@NullMarked
package org.colloquy.server.core.usage;

import org.jspecify.annotations.NullMarked;
