/// The ways to models: one package for each language that providers speak.
@NullMarked
package org.colloquy.server.llm;

import org.jspecify.annotations.NullMarked;
