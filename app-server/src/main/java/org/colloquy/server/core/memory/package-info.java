/// Facts that people want remembered.
@NullMarked
package org.colloquy.server.core.memory;

import org.jspecify.annotations.NullMarked;
