/// Models in GGUF files of this computer, run in this process by llama.cpp.
@NullMarked
package org.colloquy.server.llm.gguf;

import org.jspecify.annotations.NullMarked;
