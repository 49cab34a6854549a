/// Providers that speak OpenAI's responses.
@NullMarked
package org.colloquy.server.llm.responses;

import org.jspecify.annotations.NullMarked;
