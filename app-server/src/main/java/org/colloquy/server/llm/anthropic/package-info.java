/// Providers that speak Anthropic's messages.
@NullMarked
package org.colloquy.server.llm.anthropic;

import org.jspecify.annotations.NullMarked;
