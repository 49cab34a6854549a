/// Texts as vectors, by their meaning.
@NullMarked
package org.colloquy.server.core.embedding;

import org.jspecify.annotations.NullMarked;
