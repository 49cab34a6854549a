/// Finds texts that fit a question. Knows neither where they come from nor what becomes of them.
@NullMarked
package org.colloquy.server.retrieval;

import org.jspecify.annotations.NullMarked;
