/// One user message and everything the assistant does until it is quiet again.
@NullMarked
package org.colloquy.server.core.turn;

import org.jspecify.annotations.NullMarked;
