/// Providers that speak OpenAI's chat completions.
@NullMarked
package org.colloquy.server.llm.openai;

import org.jspecify.annotations.NullMarked;
