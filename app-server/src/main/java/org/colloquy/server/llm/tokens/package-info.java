/// Counting tokens.
@NullMarked
package org.colloquy.server.llm.tokens;

import org.jspecify.annotations.NullMarked;
