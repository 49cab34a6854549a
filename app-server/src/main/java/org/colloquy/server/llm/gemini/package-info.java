/// Providers that speak Google's Gemini API.
@NullMarked
package org.colloquy.server.llm.gemini;

import org.jspecify.annotations.NullMarked;
