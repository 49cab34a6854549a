/// Conversations that others than their owners may read, or ask in.
@NullMarked
package org.colloquy.server.core.shared;

import org.jspecify.annotations.NullMarked;
