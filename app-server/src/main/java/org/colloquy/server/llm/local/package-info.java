/// The built-in model, which needs neither key nor network: it finds what was said before.
@NullMarked
package org.colloquy.server.llm.local;

import org.jspecify.annotations.NullMarked;
