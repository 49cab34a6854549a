/// Servers that speak Ollama's own API.
@NullMarked
package org.colloquy.server.llm.ollama;

import org.jspecify.annotations.NullMarked;
