/// Prompts that people keep to use them again.
@NullMarked
package org.colloquy.server.core.savedprompt;

import org.jspecify.annotations.NullMarked;
